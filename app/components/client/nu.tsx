import { useEffect, useRef, useState } from 'react'
import { Besloten } from './besloten.tsx'
import type { Tafelbeeld } from './clientbeeld.ts'
import { type Formulierfout, foutVan } from './fout.ts'
import { Inbrengvraag } from './inbreng.tsx'
import { useWoorden, vul } from './woorden.tsx'

type Props = { beeld: Pick<Tafelbeeld, 'besloten' | 'inbreng'>; fout: Formulierfout | null }

/** What asks for the cliënt at this moment, above the plan: that he is alone, or a question to him. */
export function Nu({ beeld: { besloten, inbreng }, fout }: Props) {
  const { besloten: w, inbreng: vragend } = useWoorden()
  const wasAlleen = useRef(besloten !== null)
  const [voorbij, setVoorbij] = useState(false)
  const alleen = besloten !== null
  useEffect(() => {
    if (wasAlleen.current !== alleen) setVoorbij(!alleen)
    wasAlleen.current = alleen
  }, [alleen])

  return (
    <div className="tafel__nu">
      {besloten && <Besloten beeld={besloten} />}
      {inbreng && <Inbrengvraag beeld={inbreng} fout={foutVan(fout, 'inbreng')} />}
      <div role="status">
        {voorbij && <p className="kalm">{w.voorbij}</p>}
        <p className="visually-hidden">
          {besloten && `${w.titel}. ${vul(w.tot, { tot: besloten.tot })}`}
          {inbreng && `${vul(vragend.vraagt, inbreng)} ${vragend.mag}`}
        </p>
      </div>
    </div>
  )
}
