/** The colour that he has at the table of this page, for him to be one person there and in the bar above it. */
export function eigenKleurIn(match: { loaderData: unknown }): number | null {
  const { deelnemers, ik } = recordOf(match.loaderData)
  if (!Array.isArray(deelnemers)) return null
  const { deelnemerId } = recordOf(ik)
  const ikZelf = deelnemers
    .map(recordOf)
    .find(({ id, isIk }) => isIk === true || (id !== undefined && id === deelnemerId))
  return typeof ikZelf?.kleur === 'number' ? ikZelf.kleur : null
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
