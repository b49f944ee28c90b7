import type { RouterContextProvider } from 'react-router'
import {
  clientContext,
  gebruikerContext,
  type MakePdf,
  pdfContext,
  reportErrorContext,
  type Vrager,
} from './context.ts'

const OPNIEUW_IN_SECONDEN = '30'
const MISLUKT =
  'De PDF kan nu niet worden gemaakt. Er is niets verloren. Probeer het over een halve minuut opnieuw.'

type Opdracht = Omit<Parameters<MakePdf>[0], 'vrager'> & {
  /** Says nothing of anybody: it stays in a folder of downloads. */
  bestandsnaam: `${string}.pdf`
}

/**
 * The answer of an address of a PDF. What cannot be made says so, in a line of the log too, and changes nothing.
 *
 * Headers of safety and no-store are on every answer: see server/headers.ts.
 */
export async function pdfResponse(
  context: Readonly<RouterContextProvider>,
  { bestandsnaam, ...opdracht }: Opdracht,
): Promise<Response> {
  try {
    const pdf = await context.get(pdfContext)({ ...opdracht, vrager: vragerOf(context) })
    return new Response(new Uint8Array(pdf), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="${bestandsnaam}"`,
      },
    })
  } catch (error) {
    const nummer = context.get(reportErrorContext)(error)
    const headers = {
      'Content-Type': 'text/plain; charset=utf-8',
      'Retry-After': OPNIEUW_IN_SECONDEN,
    }
    return new Response(`${MISLUKT} Nummer van deze fout: ${nummer}.`, { status: 503, headers })
  }
}

function vragerOf(context: Readonly<RouterContextProvider>): Vrager {
  const client = context.get(clientContext)
  return client
    ? { kant: 'client', wie: client.clientPersoonId }
    : { kant: 'professional', wie: context.get(gebruikerContext).id }
}
