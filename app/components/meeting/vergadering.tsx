import { useEffect } from 'react'
import { useActies } from '#app/realtime/use-acties.ts'
import type { useMeeting } from '#app/realtime/use-meeting.ts'
import { DOCUMENT_TEKST } from '#app/tekst.ts'
import { isBevoegd } from '#domain/rol.ts'
import { Aankondiging } from './aankondiging.tsx'
import { Aanvullingen } from './aanvullingen.tsx'
import { Acties } from './acties/acties.tsx'
import { BeslotenTijd } from './besloten-tijd.tsx'
import { DichtKnop, DichtMelding } from './dicht.tsx'
import { Fasen } from './fasen.tsx'
import { GeredeTekstPaneel } from './geredde-tekst.tsx'
import { Kop } from './kop.tsx'
import { sluitLades } from './lades.ts'
import { LiveTekst } from './live-tekst.tsx'
import type { Meeting } from './meeting.ts'
import { ClientAanTafel, Geweigerd, Heropend, Verder, Verouderd } from './meldingen.tsx'
import { Mensen } from './mensen.tsx'
import { MijnInbreng } from './mijn-inbreng.tsx'
import { Onderbalk } from './onderbalk.tsx'
import { Opslagstand } from './opslagstand.tsx'
import { Signalen } from './signalen.tsx'
import { EigenWoorden } from './stem/eigen-woorden.tsx'
import { Zinnen } from './stem/zinnen.tsx'
import { Tijd } from './tijd.tsx'
import { Vaststellen } from './vaststellen.tsx'
import { Verloop } from './verloop.tsx'
import { Video } from './video.tsx'
import { Wachtkamer } from './wachtkamer.tsx'

type Props = { meeting: Meeting; live: ReturnType<typeof useMeeting> }

/** The frame of the meeting: fasen and time, the text, the people. On a phone the sides are drawers. */
export function Vergadering({ meeting, live }: Props) {
  const { overlegId, ik, stand, tafel, tijd, wachtkamer } = meeting
  const metClient = stand.overleg.status === 'lopend' && stand.overleg.tafel === 'met-client'
  const regie = ik.rol === 'procesregisseur'

  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is another page
  useEffect(sluitLades, [meeting.document])
  return (
    <div className="vergadering">
      {metClient && tafel && (
        <div className="vergadering__banier">
          {meeting.beslotenTot ? (
            <BeslotenTijd
              tot={meeting.beslotenTot}
              nu={meeting.nu}
              magEinden={isBevoegd(ik.rol, 'besloten-tijd-beeindigen')}
            />
          ) : (
            <ClientAanTafel overlegId={overlegId} magMeekijken={isBevoegd(ik.rol, 'meekijken')} />
          )}
        </div>
      )}
      <Kop {...meeting}>
        <Opslagstand
          stand={live.stand}
          magSchrijven={meeting.toegang === 'schrijven' && !live.verouderd}
          besloten={stand.besloten}
        />
      </Kop>
      <div id="fasen-lade" popover="auto" className="lade vergadering__links">
        <Fasen {...meeting} />
        {tijd && <Tijd tijd={tijd} nu={meeting.nu} magZetten={isBevoegd(ik.rol, 'tijd-zetten')} />}
        {regie && <Verloop {...meeting} isDruk={live.isDruk} />}
        {regie && !stand.dicht && (
          <div className="alleen-smal">
            <DichtKnop />
          </div>
        )}
      </div>
      <Midden meeting={meeting} live={live} metClient={metClient} />
      <div id="mensen-lade" popover="auto" className="lade vergadering__rechts">
        {wachtkamer && <Wachtkamer overlegId={overlegId} stand={stand} wachtkamer={wachtkamer} />}
        {tafel && <Mensen stand={stand} ik={ik} tafel={tafel} />}
        {tafel?.link && <Video link={tafel.link} metClient={metClient} />}
      </div>
      <Onderbalk {...meeting} />
      {wachtkamer && <Signalen aanwezigen={wachtkamer.aanwezigen} breedte="smal" />}
      <Aankondiging stand={stand} tafel={tafel} />
    </div>
  )
}

function Midden({ meeting, live, metClient }: Props & { metClient: boolean }) {
  const { document, ik, stand, stem } = meeting
  const { open } = live
  const magSchrijven = meeting.toegang === 'schrijven' && !live.stand.geweigerd && !live.verouderd
  const isBesluit = document === 'besluitvorming'
  const clientLeest = metClient && (isBesluit || document === 'samenvatting')
  const acties = useActies(isBesluit && live.stand.geladen ? (open?.doc ?? null) : null)
  const magVaststellen =
    isBesluit && isBevoegd(ik.rol, 'vaststellen') && stand.overleg.status === 'lopend'
  return (
    <div className="vergadering__midden">
      <div className={`vergadering__tekst${clientLeest ? ' vergadering__tekst--client' : ''}`}>
        <Geweigerd />
        {stand.dicht && <DichtMelding />}
        {live.gered.map((gered) => (
          <GeredeTekstPaneel
            key={gered.id}
            gered={gered}
            wis={live.wis}
            naarInloggen={live.naarInloggen}
          />
        ))}
        {live.verouderd && <Verouderd />}
        <Verder {...meeting} />
        <Heropend {...meeting} />
        {stem && <EigenWoorden woorden={stem.eigenWoorden} />}
        <section aria-labelledby="tekst">
          <h2 id="tekst" className="visually-hidden">
            Tekst van {DOCUMENT_TEKST[document].toLowerCase()}
          </h2>
          <LiveTekst
            open={open}
            geladen={live.stand.geladen}
            naam={DOCUMENT_TEKST[document]}
            magSchrijven={magSchrijven}
          />
        </section>
        {stem && document === 'samenvatting' && (metClient || stem.zinnen.length > 0) && (
          <Zinnen doc={live.stand.geladen ? (open?.doc ?? null) : null} gegeven={stem.zinnen} />
        )}
        {isBesluit && open && live.stand.geladen && (
          <Acties
            doc={open.doc}
            acties={acties}
            deelnemers={meeting.deelnemers ?? []}
            metClient={stand.metClient}
            magSchrijven={magSchrijven}
            gegeven={stem?.acties ?? []}
          />
        )}
      </div>
      {magVaststellen && <Vaststellen {...meeting} acties={acties.map(({ actie }) => actie)} />}
      {meeting.inbreng && <MijnInbreng inbreng={meeting.inbreng} />}
      <Aanvullingen aanvullingen={meeting.aanvullingen} />
      {metClient && !meeting.tafel && (
        <p className="subtle">U bent niet meer aan tafel: de cliënt is aangeschoven.</p>
      )}
    </div>
  )
}
