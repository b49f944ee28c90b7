import { Form, href } from 'react-router'
import { MAX_WOORDEN, WOORDVELDEN, type Woordveld } from '#domain/antwoord.ts'
import type { Clientsoort } from '#domain/rol.ts'
import type { Formulierfout } from '../fout.ts'
import { LetOpIcon, VinkIcon } from '../icons.tsx'
import { Melding } from '../melding.tsx'
import { Deel } from '../secties.tsx'
import type { EigenWoordenbeeld } from '../stembeeld.ts'
import { useWoorden } from '../woorden.tsx'
import { type Stand, useWoordveld } from './use-woordveld.ts'

type Props = { woorden: EigenWoordenbeeld; fout: Formulierfout | null }

/** Wat ik wil, and wat ik anders zie: above everything that others wrote. K3 */
export function EigenWoorden({ woorden, fout }: Props) {
  return WOORDVELDEN.map((veld) => {
    const geweigerd = fout?.woorden?.veld === veld ? fout.woorden : undefined
    return (
      <Woordveldform
        key={veld}
        veld={veld}
        bewaard={woorden[veld]}
        geweigerd={geweigerd}
        tekstfout={geweigerd && fout ? fout.tekst : null}
      />
    )
  })
}

type VeldProps = {
  veld: Woordveld
  bewaard: { tekst: string; versie: number }
  geweigerd: Formulierfout['woorden']
  tekstfout: string | null
}

function Woordveldform({ veld, bewaard, geweigerd, tekstfout }: VeldProps) {
  const w = useWoorden().stem
  const v = useWoordveld({ veld, bewaard, geweigerd })
  const id = `woorden-${veld}`
  return (
    <Form
      id={`vak-${veld}`}
      method="post"
      action={href('/mijn-plan')}
      className="woordveld"
      onSubmit={(event) => {
        event.preventDefault()
        v.bewaar()
      }}
    >
      <input type="hidden" name="intent" value="woorden" />
      <input type="hidden" name="veld" value={veld} />
      <input type="hidden" name="versie" value={v.versie} />
      <h2>
        <label htmlFor={id}>{w[veld]}</label>
      </h2>
      <p id={`${id}-hint`}>{veld === 'wil' ? w.wilHint : w.andersHint}</p>
      <textarea
        id={id}
        name="woorden"
        className="input woordveld__tekst"
        dir="auto"
        rows={4}
        readOnly={v.ander !== null && v.stand === 'bezig'}
        maxLength={MAX_WOORDEN}
        value={v.tekst}
        onChange={(event) => v.schrijf(event.target.value)}
        aria-describedby={`${id}-hint ${id}-stand`}
      />
      {v.ander && (
        <Ander tekst={v.ander.tekst} neem={v.neemAndere} beide={() => v.bewaar('onder-elkaar')} />
      )}
      {!v.ander && (
        <div className="woordveld__onder">
          <button type="submit" name="wijze" value="zo" className="button">
            {w.opslaan}
          </button>
          <Opslag
            id={`${id}-stand`}
            stand={v.stand}
            leeg={v.versie === 0}
            fout={v.fout ?? tekstfout}
          />
        </div>
      )}
    </Form>
  )
}

type AnderProps = { tekst: string; neem: () => void; beide: () => void }

/** Two screens of one person: nothing is thrown away before he chose. */
function Ander({ tekst, neem, beide }: AnderProps) {
  const w = useWoorden().stem
  return (
    <Melding soort="let-op">
      <p role="alert">{w.ookGeschreven}</p>
      <blockquote className="eigen-woorden" dir="auto">
        {tekst}
      </blockquote>
      <p>{w.kies}</p>
      <div className="knoppen">
        <button
          type="submit"
          name="wijze"
          value="onder-elkaar"
          className="button button--primary"
          onClick={(event) => {
            event.preventDefault()
            beide()
          }}
        >
          {w.allebei}
        </button>
        <button type="submit" name="wijze" value="zo" className="button">
          {w.alleenMijn}
        </button>
        <a
          className="button"
          href={href('/mijn-plan')}
          onClick={(event) => {
            event.preventDefault()
            neem()
          }}
        >
          {w.andere}
        </a>
      </div>
    </Melding>
  )
}

type OpslagProps = { id: string; stand: Stand; leeg: boolean; fout: string | null }

/** Read out only when something is wrong: who types is not told every two seconds that it went well. */
function Opslag({ id, stand, leeg, fout }: OpslagProps) {
  const w = useWoorden().stem
  if (fout || stand === 'geen-verbinding') {
    return (
      <p id={id} role="alert" className="woordveld__fout">
        <LetOpIcon />
        <span>{fout ?? `${w.verbinding} ${w.opnieuw}`}</span>
      </p>
    )
  }
  return (
    <p id={id} className="woordveld__stand">
      {stand === 'rust' && !leeg && (
        <>
          <VinkIcon />
          {w.opgeslagen}
        </>
      )}
      {stand === 'nog-niet' && w.nogNiet}
      {stand === 'bezig' && w.bezig}
    </p>
  )
}

type LeesProps = { woorden: Readonly<Record<Woordveld, string>>; soort: Clientsoort }

/** The same, to be read: word for word. */
export function EigenWoordenTekst({ woorden, soort }: LeesProps) {
  const w = useWoorden().stem
  const titels =
    soort === 'steunpersoon'
      ? { wil: w.wilSteunpersoon, anders: w.andersSteunpersoon }
      : { wil: w.wil, anders: w.anders }
  return WOORDVELDEN.filter((veld) => woorden[veld].trim() !== '').map((veld) => (
    <Deel key={veld} titel={titels[veld]}>
      <blockquote className="eigen-woorden" dir="auto">
        {woorden[veld]}
      </blockquote>
    </Deel>
  ))
}
