import { FileText, MailCheck, MailPlus, Send } from 'lucide-react'
import { href, redirect } from 'react-router'
import { z } from 'zod'
import { mailBriefCommand } from '#app/commands/mail-brief.server.ts'
import { sendBriefCommand } from '#app/commands/send-brief.server.ts'
import {
  Handelingsformulier,
  type Uitkomst,
  Uitkomstfouten,
  UitkomstProvider,
  useLaatste,
} from '#app/components/formulier/uitkomst.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import {
  deelnameContext,
  gebruikerContext,
  kluisContext,
  omgevingContext,
  sqlContext,
} from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { throwRefusal, uitkomstResponse } from '#app/refusal-response.ts'
import { CLIENTSOORT_TEKST, opsomming, VEROUDERING_TEKST } from '#app/tekst.ts'
import { WIJZEN } from '#domain/brief.ts'
import { parseDatum } from '#domain/datum.ts'
import type { Refusal } from '#domain/refusal.ts'
import { refuse } from '#domain/result.ts'
import { isBevoegd } from '#domain/rol.ts'
import type { Route } from './+types/brief'
import { type Briefpagina, readBriefpagina } from './brief-data.server.ts'
import { Versturen } from './brief-versturen.tsx'
import { Briefblad } from './briefblad.tsx'

export async function loader({ params: { overlegId, briefId }, context }: Route.LoaderArgs) {
  const { deelname } = context.get(deelnameContext)
  if (!isBevoegd(deelname.rol, 'client-uitnodigen')) throwRefusal({ code: 'niet-gevonden' })
  const { origin } = context.get(omgevingContext)
  const gevraagd = { overlegId, briefId, origin, now: new Date() }
  const brief = await readBriefpagina(context.get(sqlContext), context.get(kluisContext), gevraagd)
  if (!brief) throwRefusal({ code: 'niet-gevonden' })
  return brief
}

const ADRES = /^[^\s\p{Cc}<>(),;:\\"@]{1,64}@[A-Za-z0-9.-]{1,189}$/u
const Invoer = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('verzonden'), wijze: z.enum(WIJZEN), op: z.string().max(40) }),
  z.strictObject({ intent: z.literal('mailen'), email: z.string().trim().max(254) }),
])
type Invoer = z.output<typeof Invoer>

export async function action({ request, context, params }: Route.ActionArgs) {
  const invoer = await parseForm(request, Invoer)
  if (!invoer) return uitkomstResponse({ intent: 'verzonden' }, { code: 'ongeldige-invoer' })
  const result = await handel(invoer, context, params)
  if (!result.ok) return uitkomstResponse(invoer, result.refusal)
  throw redirect(href('/overleggen/:overlegId/brieven/:briefId', params))
}

async function handel(
  invoer: Invoer,
  context: Route.ActionArgs['context'],
  { overlegId, briefId }: { overlegId: string; briefId: string },
) {
  const sql = context.get(sqlContext)
  const wie = { overlegId, briefId, gebruikerId: context.get(gebruikerContext).id }
  if (invoer.intent === 'verzonden') {
    const op = parseDatum(invoer.op)
    if (!op) return ongeldig({ op: 'Kies een dag die bestaat.' })
    return sendBriefCommand(sql, { ...wie, wijze: invoer.wijze, op, now: new Date() })
  }
  if (!ADRES.test(invoer.email)) {
    return ongeldig({ email: 'Vul een volledig e-mailadres in, zoals naam@voorbeeld.nl.' })
  }
  const { origin } = context.get(omgevingContext)
  return mailBriefCommand(sql, context.get(kluisContext), { ...wie, email: invoer.email, origin })
}

function ongeldig(velden: Record<string, string>) {
  return refuse<Refusal>({ code: 'ongeldige-invoer', velden })
}

export default function BriefPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { overlegId } = params
  const uitkomst = useLaatste<Uitkomst>(actionData)
  const { naam, soort, vorm, toegang } = loaderData
  return (
    <UitkomstProvider value={uitkomst}>
      <div className="page">
        <PageHeader
          title={`Brief voor ${naam}`}
          lead={`${CLIENTSOORT_TEKST[soort]} · gemaakt op ${loaderData.gemaakt}`}
        >
          <ButtonLink to={href('/overleggen/:overlegId/deelnemers', { overlegId })}>
            Terug naar de deelnemers
          </ButtonLink>
          {toegang && (
            <a
              className="button button--primary"
              href={href('/overleggen/:overlegId/brieven/:briefId/pdf', params)}
              target="_blank"
              rel="noreferrer"
            >
              <FileText className="icon" aria-hidden="true" />
              Open als PDF om te printen
            </a>
          )}
        </PageHeader>
        <Uitkomstfouten />
        <Stand brief={loaderData} overlegId={overlegId} />
        <div className="briefpagina">
          <Card title="Dit staat in de brief">
            <Briefblad vorm={vorm} toegang={toegang} />
          </Card>
          {toegang && <Versturen brief={loaderData} />}
        </div>
      </div>
    </UitkomstProvider>
  )
}

function Stand({ brief, overlegId }: { brief: Briefpagina; overlegId: string }) {
  const { stand, verouderd, gemaild, verzonden, clientPersoonId } = brief
  return (
    <>
      {verouderd.length > 0 && (
        <Notice
          tone="warn"
          title="Deze brief klopt niet meer"
          actions={<NieuweBrief overlegId={overlegId} clientPersoonId={clientPersoonId} />}
        >
          <p>
            Na het maken van de brief: {opsomming(verouderd.map((wat) => VEROUDERING_TEKST[wat]))}.
            Maak een nieuwe brief. Tot die er is werkt de code nog
            {verouderd.includes('tijd')
              ? ': wie te vroeg komt, leest in de wachtkamer de nieuwe tijd.'
              : '.'}
          </p>
        </Notice>
      )}
      {stand === 'verzonden' && (
        <Notice tone="ok" icon={MailCheck} title={verzonden ?? undefined}>
          <p>De code is hier gewist. Is de brief kwijt? Maak dan een nieuwe.</p>
        </Notice>
      )}
      {stand === 'verlopen' && (
        <Notice tone="warn" title="De code van deze brief is gewist">
          <p>
            Een code is zeven dagen te zien. De brief zelf werkt nog. Is hij niet verstuurd? Maak
            dan een nieuwe.
          </p>
        </Notice>
      )}
      {stand === 'vervangen' && (
        <Notice title="Er is een nieuwere brief">
          <p>De code van deze brief werkt niet meer.</p>
        </Notice>
      )}
      {stand === 'klaar' && gemaild && (
        <Notice tone="ok" icon={Send} title={`De link is gemaild op ${gemaild}`}>
          <p>Geef de code nog door: met de brief, of aan de telefoon.</p>
        </Notice>
      )}
    </>
  )
}

type NieuweProps = { overlegId: string; clientPersoonId: string }

function NieuweBrief({ overlegId, clientPersoonId }: NieuweProps) {
  const action = href('/overleggen/:overlegId/deelnemers', { overlegId })
  return (
    <Handelingsformulier intent="brief" doel={clientPersoonId} action={action}>
      <Button icon={MailPlus}>Maak een nieuwe brief</Button>
    </Handelingsformulier>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Brief – Focustafel' }]
