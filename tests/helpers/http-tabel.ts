import { MOMENTEN, type Moment } from './seed-tafel.ts'

/** What stands in a cell when the answer is another address. */
const NAAR: readonly [string, RegExp][] = [
  ['in', /^\/inloggen(\?|$)/],
  ['be', /^\/bevestigen\?naar=%2Faccount%2F\w+$/],
  ['be', /^\/bevestigen\?naar=%2Foverleggen%2F[\w-]{36}%2Fdossier$/],
  ['/', /^\/$/],
  ['ov', /^\/overleggen$/],
  ['mp', /^\/mijn-plan$/],
  ['ac', /^\/acties$/],
  ['nu', /^\/overleggen\/[\w-]{36}$/],
  ['dn', /\/deelnemers$/],
  ['vk', /\/verklaring$/],
  ['pl', /^\/overleggen\/[\w-]{36}\/plan$/],
  ['V', /\/document\/vraagstelling$/],
  ['B', /\/document\/beeldvorming$/],
  ['O', /\/document\/oordeelsvorming$/],
  ['L', /\/document\/besluitvorming$/],
]

/** A row: route, who (one or more), and a cell for each moment, or one for all. `:overlegId/*` counts where no other row does. */
export function parseTabel(text: string) {
  const rows = text.split('\n').flatMap((line) => {
    const [route, wie = '', ...cells] = line.trim().split(/ {2,}/)
    return route ? [{ route, wie: wie.split(' '), cells }] : []
  })
  return (route: string, wie: string, moment: Moment): string | undefined => {
    const alle = route.startsWith('/overleggen/:overlegId') ? '/overleggen/:overlegId/*' : route
    const row =
      rows.find((row) => row.route === route && row.wie.includes(wie)) ??
      rows.find((row) => row.route === alle && row.wie.includes(wie))
    return row?.cells.length === 1
      ? row.cells[0]
      : row?.cells[MOMENTEN.findIndex((bekend) => bekend === moment)]
  }
}

/** The cell of an answer: its status, or where it sends to; of a page, or of a page that asked for data alone. */
export async function celOf(response: Response): Promise<string> {
  const body = await response.text()
  const [, verwezen] = response.status === 202 ? (/"redirect","([^"]+)"/.exec(body) ?? []) : []
  const naar = response.headers.get('location') ?? verwezen
  if (!naar) return String(response.status)
  return NAAR.find(([, pattern]) => pattern.test(naar))?.[0] ?? naar
}

/** Where a page asks for its data alone. */
export function dataAdres(path: string): string {
  return path === '/' ? '/_.data' : `${path}.data`
}
