import type { Conceptactie } from '#domain/actie.ts'

/** What an actie still lacks, in words. F4 */
export function ontbreektIn({ wat, wie, wanneer }: Conceptactie): string[] {
  return [wat.trim() === '' && 'wat', wie === null && 'wie', wanneer === null && 'wanneer'].filter(
    (veld) => veld !== false,
  )
}
