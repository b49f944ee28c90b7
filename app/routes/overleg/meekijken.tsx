import { Eye } from 'lucide-react'
import { useEffect } from 'react'
import type { Planlezing } from '#app/components/client/clientbeeld.ts'
import { Planacties, Voortgang } from '#app/components/client/plan-acties.tsx'
import { EigenWoorden, Plantekst, Samenvatting } from '#app/components/client/plan-tekst.tsx'
import { Deel, Secties } from '#app/components/client/secties.tsx'
import { EigenWoordenTekst } from '#app/components/client/stem/eigen-woorden.tsx'
import { Gekozen } from '#app/components/client/stem/keuze.tsx'
import { Zinnen } from '#app/components/client/stem/zinnen.tsx'
import { Tafelgenoten } from '#app/components/client/tafelgenoten.tsx'
import { useWoorden, WoordenProvider } from '#app/components/client/woorden.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { deelnameContext, sqlContext } from '#app/context.ts'
import { useOpnieuw } from '#app/realtime/use-opnieuw.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { woordenIn } from '#app/woorden/client.ts'
import { isBevoegd } from '#domain/rol.ts'
import type { Route } from './+types/meekijken'
import { type Meekijkbeeld, readMeekijkbeeld } from './meekijken-data.server.ts'

const KIJKEN_IN_MS = 2000

export async function loader({ context }: Route.LoaderArgs) {
  const { overleg, deelname } = context.get(deelnameContext)
  if (!isBevoegd(deelname.rol, 'meekijken') || !overleg.stand.metClient) {
    throwRefusal({ code: 'niet-gevonden' })
  }
  const beeld = await readMeekijkbeeld(context.get(sqlContext), overleg)
  return { beeld, woorden: woordenIn('nl') }
}

export default function MeekijkenPage({ loaderData: { beeld, woorden } }: Route.ComponentProps) {
  useHerhaald()
  const { titel, uitleg } = TEKST[beeld.soort]
  return (
    <div className="page">
      <PageHeader
        title="Kijk mee als cliënt"
        lead="U ziet alleen; de knoppen van de cliënt niet."
      />
      <Notice tone="client" title={titel}>
        <p>{uitleg}</p>
      </Notice>
      {heeftInhoud(beeld) && (
        <WoordenProvider woorden={woorden}>
          <Beeld beeld={beeld} />
        </WoordenProvider>
      )}
    </div>
  )
}

const TEKST = {
  wachtkamer: {
    titel: 'De cliënt ziet nu de wachtkamer',
    uitleg:
      'Daar staan alleen de tijd van de afspraak, wat er gaat gebeuren en wie hij kan bellen.',
  },
  straks: {
    titel: 'De cliënt ziet nu de wachtkamer',
    uitleg: 'Hieronder staat wat hij ziet zodra hij aanschuift, zoals het er nu voor staat.',
  },
  tafel: {
    titel: 'De cliënt zit aan tafel en ziet dit nu',
    uitleg: 'Wat u in de samenvatting en in besluitvorming schrijft, staat hier meteen.',
  },
  besloten: {
    titel: 'De cliënt heeft nu besloten tijd',
    uitleg: 'Hij leest zijn plan, met wie bij hem is. Wat hij doet, ziet u daarna.',
  },
  plan: {
    titel: 'De cliënt ziet zijn plan',
    uitleg: 'Met zijn pincode kan hij het altijd lezen, met hoe het met elke actie staat.',
  },
  afgebroken: {
    titel: 'De cliënt ziet dat de afspraak niet doorgaat',
    uitleg: 'Er staat bij wie hij kan bellen, en niet waarom.',
  },
} as const satisfies Record<Meekijkbeeld['soort'], { titel: string; uitleg: string }>

type MetInhoud = Exclude<Meekijkbeeld, { soort: 'wachtkamer' | 'afgebroken' | 'besloten' }>

function heeftInhoud(beeld: Meekijkbeeld): beeld is MetInhoud {
  return 'inhoud' in beeld || 'plan' in beeld
}

/** The same parts as on the screen of the cliënt, from the same projection. S1 */
function Beeld({ beeld }: { beeld: MetInhoud }) {
  return (
    <div className="meekijk">
      <p className="meekijk__naam">
        <Eye className="icon" aria-hidden="true" />
        Mijn plan
      </p>
      {beeld.soort === 'plan' ? <Planbeeld plan={beeld.plan} /> : <Tafelbeeld beeld={beeld} />}
    </div>
  )
}

function Planbeeld({ plan }: { plan: Planlezing }) {
  return (
    <>
      <Voortgang beeld={plan} />
      <EigenWoorden beeld={plan} />
      <Samenvatting beeld={plan} />
      <Plantekst beeld={plan} />
      <Planacties beeld={plan} fout={null} />
    </>
  )
}

type Tafelbeeldprops = { beeld: Exclude<MetInhoud, { soort: 'plan' }> }

function Tafelbeeld({ beeld: { inhoud, stem, aanTafel } }: Tafelbeeldprops) {
  const w = useWoorden()
  const { wil, anders } = stem.eigenWoorden
  const { zei } = w.stem
  return (
    <>
      <EigenWoordenTekst woorden={{ wil: wil.tekst, anders: anders.tekst }} soort="client" />
      <Secties
        soort="client"
        inhoud={inhoud}
        nogLeeg={w.tafel.nogLeeg}
        samenvatting={<Zinnen regels={stem.samenvatting} vraagt={false} wie={zei} />}
        onderActie={({ stem }) => <Gekozen antwoord={stem.antwoord} wie={zei} />}
      />
      {aanTafel.length > 0 && (
        <Deel titel={w.tafel.wieZitEr}>
          <Tafelgenoten aanTafel={aanTafel} />
        </Deel>
      )}
    </>
  )
}

// What is written sends no notice to this page: it asks.
function useHerhaald() {
  const opnieuw = useOpnieuw({
    magNu: () => document.visibilityState === 'visible',
    even: () => false,
  })
  useEffect(() => {
    const timer = setInterval(opnieuw, KIJKEN_IN_MS)
    return () => clearInterval(timer)
  }, [opnieuw])
}

export const meta: Route.MetaFunction = () => [{ title: 'Kijk mee als cliënt – Focustafel' }]
