/** To search with: Ozdemir finds Özdemir. */
export function kaal(tekst: string): string {
  return tekst.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
