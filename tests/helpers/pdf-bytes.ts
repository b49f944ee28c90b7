import { inflateSync } from 'node:zlib'
import { readPdf } from './pdf.ts'

/** All that somebody finds in a PDF who looks for it: its text, its bytes, and what is in them when they are unpacked. */
export async function unfoldPdf(bytes: Uint8Array): Promise<string> {
  const { tekst, titel, auteur, alt } = await readPdf(bytes)
  const ruw = Buffer.from(bytes)
  const delen = [ruw.toString('latin1'), ...streamsIn(ruw)]
  // Titles and alternative texts are in UTF-16.
  const zonderNullen = delen.map((deel) => deel.replaceAll('\0', ''))
  return [tekst, String(titel), String(auteur), ...alt, ...delen, ...zonderNullen].join('\n')
}

function streamsIn(ruw: Buffer): string[] {
  const streams: string[] = []
  for (let at = ruw.indexOf('stream'); at !== -1; at = ruw.indexOf('stream', at + 6)) {
    const begin = ruw[at + 6] === 13 ? at + 8 : at + 7
    const einde = ruw.indexOf('endstream', begin)
    if (einde === -1) break
    try {
      streams.push(inflateSync(ruw.subarray(begin, einde)).toString('latin1'))
    } catch {
      // A picture, or the word itself.
    }
    at = einde + 3
  }
  return streams
}
