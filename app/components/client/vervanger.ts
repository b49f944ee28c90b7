/**
 * The button that came in its place, or else the heading: never a text box, which would bring up the keys of a
 * telephone. Nor from a text box to a button, which his next space would press; nor to an answer, when the table
 * changed the words that he just answered: it would be about other words.
 */
export function vervanger(weg: Element, plaats: Element | undefined): HTMLElement | null {
  const kop = document.querySelector<HTMLElement>('main h1')
  if (!plaats || plaats.matches('body, main, main > *')) return kop
  const wat = weg.matches('input, textarea')
    ? ['summary']
    : ['button:not([aria-pressed])', 'summary']
  const knoppen = wat.flatMap((soort) => [...plaats.querySelectorAll<HTMLElement>(soort)])
  return knoppen.find((knop) => knop.checkVisibility()) ?? kop
}
