import { once } from 'node:events'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

type Ontvangen = {
  /** The envelope: who gets it, whatever the headers say. */
  aan: string[]
  van: string
  ruw: string
  mail: Email
}

type Antwoord = { status: number } | 'goed'
type Gedrag = {
  /** About one recipient. */
  ontvanger?: (adres: string) => Antwoord
  /** About a whole mail, when it is in; it may take its time. */
  bericht?: (ontvangen: Ontvangen) => Antwoord | Promise<Antwoord>
}

/** A real SMTP server that keeps what it gets. */
export async function openPostbus({ ontvanger, bericht }: Gedrag = {}, port = 0) {
  const post: Ontvangen[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, callback) =>
      callback(errorOf(ontvanger?.(address) ?? 'goed')),
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope
      const aan = rcptTo.map(({ address }) => address)
      void read(stream)
        .then(async (ruw) => {
          const van = mailFrom ? mailFrom.address : ''
          const ontvangen = { aan, van, ruw, mail: await PostalMime.parse(ruw) }
          const antwoord = (await bericht?.(ontvangen)) ?? 'goed'
          if (antwoord === 'goed') post.push(ontvangen)
          return errorOf(antwoord)
        })
        .then((error) => callback(error))
    },
  })
  // A sender that is killed half-way breaks its connection.
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  const poort = typeof address === 'object' && address ? address.port : 0

  return {
    url: `smtp://127.0.0.1:${poort}`,
    poort,
    post,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
export type Postbus = Awaited<ReturnType<typeof openPostbus>>

async function read(stream: NodeJS.ReadableStream): Promise<string> {
  const delen: Buffer[] = []
  for await (const deel of stream) delen.push(Buffer.from(deel))
  return Buffer.concat(delen).toString('utf8')
}

function errorOf(antwoord: Antwoord): Error | null {
  if (antwoord === 'goed') return null
  return Object.assign(new Error('No'), { responseCode: antwoord.status })
}
