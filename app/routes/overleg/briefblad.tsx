import type { Briefvorm, Deel, Toegang } from '#app/brieven/briefvorm.ts'

type Props = { vorm: Briefvorm; toegang: Toegang | null }

/** The letter as it is on paper, in its own language. Without `toegang` its code has been wiped. K1 */
export function Briefblad({ vorm, toegang }: Props) {
  const { titel, taal, aanhef, opening, delen, slot } = vorm
  return (
    <article className="brief prose" lang={taal} aria-label={titel}>
      <p className="brief__titel">{titel}</p>
      <p>{aanhef}</p>
      <Zinnen zinnen={opening} />
      {delen.map((deel) => (
        <section key={deel.kop} lang={taal}>
          <h3>{deel.kop}</h3>
          <div lang={deel.taal}>
            <Inhoud deel={deel} />
          </div>
          {deel.heeftToegang && <Binnenkomen vorm={vorm} toegang={toegang} />}
        </section>
      ))}
      <Zinnen zinnen={slot} />
    </article>
  )
}

function Inhoud({ deel: { groot, zinnen, punten, stappen } }: { deel: Deel }) {
  return (
    <>
      {groot.map((regel) => (
        <p key={regel} className="brief__groot">
          {regel}
        </p>
      ))}
      <Zinnen zinnen={zinnen} />
      {stappen.length > 0 && (
        <ol>
          {stappen.map((stap) => (
            <li key={stap}>{stap}</li>
          ))}
        </ol>
      )}
      {punten.length > 0 && (
        <ul>
          {punten.map((punt) => (
            <li key={punt}>{punt}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Zinnen({ zinnen }: { zinnen: readonly string[] }) {
  return zinnen.map((zin) => (
    <p key={zin} className="brief__zin">
      {zin}
    </p>
  ))
}

function Binnenkomen({ vorm: { toegangWoorden: w }, toegang }: Props) {
  if (!toegang) return <p className="brief__toegang">…</p>
  const { adres, nummer, code, qr } = toegang
  return (
    <div className="brief__toegang">
      <dl>
        <dt>{w.adres}</dt>
        <dd className="brief__adres">{adres}</dd>
        <dt>{w.nummer}</dt>
        <dd className="brief__code">{nummer}</dd>
        <dt>{w.code}</dt>
        <dd className="brief__code">{code}</dd>
      </dl>
      <svg
        className="qr"
        viewBox={`0 0 ${qr.maat} ${qr.maat}`}
        role="img"
        aria-label={w.qr}
        shapeRendering="crispEdges"
      >
        <rect width={qr.maat} height={qr.maat} fill="#fff" />
        <path d={qr.pad} fill="#000" />
      </svg>
    </div>
  )
}
