import type { ReactNode } from 'react'
import type { WieVoorClient } from '#domain/projectie.ts'
import type { Veranderdbeeld } from './planblokken.ts'
import { useWoorden, vul } from './woorden.tsx'

/** What is different from the plan before. K8 */
export function Veranderd({ veranderd }: { veranderd: Veranderdbeeld }) {
  const { veranderd: w } = useWoorden()
  const { nieuw, nietMeer, klaar, zinnenErbij, zinnenWeg, volgende } = veranderd
  return (
    <section className="kader" aria-labelledby="veranderd">
      <details>
        <summary>
          <h2 id="veranderd">{w.titel}</h2>
        </summary>
        <p>{vul(w.sinds, { datum: veranderd.vorigeVan })}</p>
        {volgende && <p>{vul(w.volgende, volgende)}</p>}
        <Lijst kop={w.nieuw} regels={nieuw} />
        <Lijst kop={w.veranderd} regels={veranderd.veranderd.map((actie) => naar(actie))} />
        <Lijst kop={w.nietMeer} regels={nietMeer} />
        <Lijst kop={w.klaar} regels={klaar} />
        <Lijst kop={w.erbij} regels={zinnenErbij} />
        <Lijst kop={w.weg} regels={zinnenWeg} />
      </details>
    </section>
  )
}

type Actie = Veranderdbeeld['veranderd'][number]

function naar(actie: Actie) {
  return <Actieverschil key={actie.wat} actie={actie} />
}

function Actieverschil({ actie: { wat, tekst, wie, wanneer } }: { actie: Actie }) {
  const { veranderd: w } = useWoorden()
  return (
    <>
      <strong lang="nl" dir="ltr">
        {wat}
      </strong>
      {tekst && <p>{vul(w.wat, { eerst: tekst.eerst })}</p>}
      {wie && <p>{vul(w.wie, { eerst: wieIn(w, wie.eerst), nu: wieIn(w, wie.nu) })}</p>}
      {wanneer && <p>{vul(w.wanneer, wanneer)}</p>}
    </>
  )
}

function wieIn(w: ReturnType<typeof useWoorden>['veranderd'], wie: WieVoorClient): string {
  switch (wie.soort) {
    case 'ik':
      return w.wie_ik
    case 'persoon':
      return vul(w.wie_persoon, wie)
    case 'organisatie':
      return vul(w.wie_organisatie, wie)
    case 'nog-niet-bekend':
      return w.wie_onbekend
  }
}

function Lijst({ kop, regels }: { kop: string; regels: readonly ReactNode[] }) {
  if (regels.length === 0) return null
  return (
    <div>
      <h3>{kop}</h3>
      <ul className="lijst">
        {regels.map((regel, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a line is all that tells it from another
          <li key={index} lang={typeof regel === 'string' ? 'nl' : undefined}>
            {regel}
          </li>
        ))}
      </ul>
    </div>
  )
}
