export type Ics = { ruw: string; velden: Map<string, string> }

/** A calendar file as RFC 5545 has it: lines that end in CRLF, of 75 bytes at most, folded with a space; one event. */
export function parseIcs(ruw: string): Ics {
  const regels = ruw.split('\r\n')
  if (regels.at(-1) !== '' || ruw.replaceAll('\r\n', '').includes('\n')) {
    throw new Error('Not every line ends in CRLF')
  }
  const lang = regels.find((regel) => Buffer.byteLength(regel) > 75)
  if (lang !== undefined) throw new Error(`Not folded: ${lang}`)

  const heel = ruw.replaceAll('\r\n ', '').split('\r\n').filter(Boolean)
  const velden = heel.map((regel) => {
    const [, naam = '', waarde = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/i.exec(regel) ?? []
    return [naam, waarde] as const
  })
  if (velden.filter(([naam, waarde]) => naam === 'BEGIN' && waarde === 'VEVENT').length !== 1) {
    throw new Error('Not one event')
  }
  return { ruw, velden: new Map(velden) }
}

/**
 * The calendar files of a mail: the one that a calendar takes over, and the attachment.
 *
 * As they crossed the wire: a parser of mail takes the CR of a calendar for granted, and out.
 */
export function agendasIn(ruw: string): Ics[] {
  const delen = ruw.split(/\r\n--[^\r\n]+\r\n/)
  return delen.flatMap((deel) => {
    const [kop = '', ...rest] = deel.split('\r\n\r\n')
    if (!/^content-type: (text\/calendar|application\/ics)/im.test(kop)) return []
    const tekst = rest.join('\r\n\r\n')
    const isBase64 = /base64/i.test(kop)
    return [parseIcs(isBase64 ? Buffer.from(tekst, 'base64').toString('utf8') : tekst)]
  })
}

/** By what a calendar knows an entry, and what became of it. */
export function veldenOf({ velden }: Ics) {
  return {
    method: velden.get('METHOD'),
    uid: velden.get('UID'),
    sequence: Number(velden.get('SEQUENCE')),
    begin: velden.get('DTSTART'),
    status: velden.get('STATUS'),
  }
}
