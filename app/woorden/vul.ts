/** "Bel {naam}." with what belongs there. */
export function vul(zin: string, delen: Readonly<Record<string, string>>): string {
  return zin.replace(/\{(\w+)\}/g, (open, naam: string) => delen[naam] ?? open)
}
