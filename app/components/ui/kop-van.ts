/** The heading of what it was in. Not a button there: after *Haal weg* the next one takes away somebody else. */
export function kopVan(_weg: Element, plaats: Element | undefined): HTMLElement | null {
  const kop = (plaats && kopBij(plaats)) ?? document.querySelector<HTMLElement>('main h1')
  kop?.setAttribute('tabindex', '-1')
  return kop
}

function kopBij(plaats: Element): HTMLElement | undefined {
  const koppen = [...plaats.querySelectorAll<HTMLElement>('h1, h2, h3, h4')]
  const kop = koppen.find((kop) => kop.checkVisibility())
  if (kop || !plaats.parentElement || plaats.matches('main')) return kop
  return kopBij(plaats.parentElement)
}
