import type { ReactNode } from 'react'
import type { Blok, Cel, Lijstitem, Stuk } from '#domain/inhoud.ts'

/** Prose as plain data, shown. Read-only, and small: both sides of the table use it. */
export function Blokken({ blokken }: { blokken: readonly Blok[] }) {
  return blokken.map((blok, index) => <BlokDeel key={keyOf(index)} blok={blok} />)
}

function BlokDeel({ blok }: { blok: Blok }) {
  switch (blok.soort) {
    case 'kop':
      return blok.niveau === 3 ? (
        <h3>
          <Stukken stukken={blok.tekst} />
        </h3>
      ) : (
        <h4>
          <Stukken stukken={blok.tekst} />
        </h4>
      )
    case 'alinea':
      return (
        <p>
          <Stukken stukken={blok.tekst} />
        </p>
      )
    case 'lijst':
      return <Lijst vorm={blok.vorm} items={blok.items} />
    case 'tabel':
      return <Tabel rijen={blok.rijen} />
  }
}

function Lijst({ vorm, items }: { vorm: 'punten' | 'nummers' | 'taken'; items: Lijstitem[] }) {
  const regels = items.map((item, index) => (
    <li key={keyOf(index)}>
      {vorm === 'taken' && <Taakteken gedaan={item.gedaan === true} />}
      <Blokken blokken={item.blokken} />
    </li>
  ))
  if (vorm === 'nummers') return <ol>{regels}</ol>
  return vorm === 'taken' ? <ul className="taken">{regels}</ul> : <ul>{regels}</ul>
}

function Taakteken({ gedaan }: { gedaan: boolean }) {
  return (
    <>
      <span aria-hidden="true" className="taken__teken">
        {gedaan ? '☑' : '☐'}
      </span>
      <span className="visually-hidden">{gedaan ? 'Gedaan: ' : 'Nog niet gedaan: '}</span>
    </>
  )
}

function Tabel({ rijen }: { rijen: Cel[][] }) {
  return (
    // A wide table scrolls by itself, so that the page does not; a region that scrolls is reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions need keyboard access
    <section className="tabel" tabIndex={0} aria-label="Tabel">
      <table>
        <tbody>
          {rijen.map((cellen, rij) => (
            <tr key={keyOf(rij)}>
              {cellen.map((cel, kolom) => (
                <TabelCel key={keyOf(kolom)} cel={cel} scope={rij === 0 ? 'col' : 'row'} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TabelCel({ cel, scope }: { cel: Cel; scope: 'col' | 'row' }) {
  const inhoud = <Blokken blokken={cel.blokken} />
  return cel.kop ? <th scope={scope}>{inhoud}</th> : <td>{inhoud}</td>
}

export function Stukken({ stukken }: { stukken: readonly Stuk[] }) {
  return stukken.map((stuk, index) => <StukDeel key={keyOf(index)} stuk={stuk} />)
}

function StukDeel({ stuk }: { stuk: Stuk }): ReactNode {
  if (stuk.tekst === '\n') return <br />
  if (stuk.vet && stuk.cursief) {
    return (
      <strong>
        <em>{stuk.tekst}</em>
      </strong>
    )
  }
  if (stuk.vet) return <strong>{stuk.tekst}</strong>
  return stuk.cursief ? <em>{stuk.tekst}</em> : stuk.tekst
}

// Plain data has no identity but its place: the same place is the same block.
function keyOf(index: number) {
  return `plaats-${index}`
}
