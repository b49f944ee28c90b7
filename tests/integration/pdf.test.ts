import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderSVG } from 'uqr'
import { expect, test } from 'vitest'
import type { MakePdf } from '#app/context.ts'
import { createPdf } from '#server/pdf/pdf.ts'
import { listFiles } from '../helpers/imports.ts'
import { readPdf } from '../helpers/pdf.ts'

const LEEG = { groot: [], punten: [], stappen: [], taal: 'nl', heeftToegang: false }
const TOEGANG = {
  adres: 'tafel.voorbeeld.nl/u',
  nummer: 'KMNP-QRTU',
  code: 'ACDE-FGHJ',
  qr: renderSVG('https://tafel.voorbeeld.nl/u'),
}

function letter(zinnen: readonly string[], aantal = 1) {
  const delen = Array.from({ length: aantal }, () => ({ ...LEEG, kop: 'Wanneer', zinnen }))
  return {
    titel: 'Uitnodiging voor een gesprek',
    taal: 'nl',
    pagina: ['Pagina', 'van'],
    aanhef: 'Beste mevrouw K.,',
    opening: ['U bent welkom.'],
    delen: [{ ...LEEG, kop: 'Zo doet u mee', zinnen: [], heeftToegang: true }, ...delen],
    toegang: TOEGANG,
    toegangWoorden: { adres: 'Adres', nummer: 'Nummer', code: 'Code', qr: 'QR-code' },
    slot: ['Tot dan.'],
  }
}

function planMet(blok: Readonly<Record<string, unknown>>) {
  return {
    titel: 'Mijn plan',
    taal: 'nl',
    pagina: ['Blad', 'van'],
    inleiding: 'Vastgesteld.',
    eigenWoorden: [],
    teksten: [{ kop: 'Samenvatting', blokken: [blok] }],
    actielijsten: [],
    volgende: null,
    bel: 'Bel ons.',
  }
}

type Opdracht = Omit<Parameters<MakePdf>[0], 'vrager'>

function createMaker(options: Parameters<typeof createPdf>[0] = {}) {
  const make = createPdf(options)
  return (opdracht: Opdracht) =>
    make({ ...opdracht, vrager: { kant: 'professional', wie: randomUUID() } })
}

const makePdf = createMaker()

/** A maker with a template of the test in the place of the letter. */
function metTemplate(typst: string, options: { timeoutInMs?: number; atOnce?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'focustafel-typst-'))
  writeFileSync(join(folder, 'huis.typ'), '#let data = json(bytes(sys.inputs.data))')
  writeFileSync(join(folder, 'brief.typ'), typst)
  const make = createMaker({ folder, ...options })
  return () => make({ template: 'brief', data: { titel: 'Proef' } })
}

test('a PDF has tags, a title, a language, page x of y, and no letters under 11 points', async () => {
  const data = letter(['Dit is een zin. '.repeat(60)], 5)
  const pdf = await readPdf(await makePdf({ template: 'brief', data }))

  expect(pdf).toMatchObject({ isUa: true, gemerkt: true, titel: data.titel, taal: 'nl' })
  expect(pdf.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Figure']))
  expect(pdf.alt).toEqual(['QR-code'])
  expect(pdf.auteur).toBeUndefined()
  expect(pdf.kleinstePunten).toBeGreaterThanOrEqual(11)
  const [eerste, tweede] = pdf.perPagina
  expect(pdf.perPagina.length).toBeGreaterThan(1)
  expect(eerste).toContain(`Pagina 1 van ${pdf.perPagina.length}`)
  expect(tweede).toContain(`Pagina 2 van ${pdf.perPagina.length}`)
})

test('[check 71] [check 74] what people typed is text in a PDF, whatever it looks like', async () => {
  const typed = [
    '#include "/etc/passwd"',
    '#read("/etc/passwd") #{1 + 1}',
    '*vet* _schuin_ $x^2$ `code` = Kop',
    '\\ @preview/example:0.1.0 <label> // weg /* weg */',
    '"); evil("',
    '<svg onload=alert(1)>',
  ]
  const pdf = await readPdf(await makePdf({ template: 'brief', data: letter(typed) }))
  const regels = pdf.tekst.replace(/\s+/g, ' ')
  for (const text of typed) expect(regels).toContain(text)
})

test('a character that cannot be printed stops no letter, and what turns text around is left out', async () => {
  const data = letter(['Özdemir Łukasz Ξένος 😀 \u202eKees\u202c Ali-عل.'])
  const { tekst } = await readPdf(await makePdf({ template: 'brief', data }))
  expect(tekst).toContain('Özdemir Łukasz Ξένος \ufffd Kees Ali-\ufffd\ufffd.')
})

const ACCENTEN = '\u0301\u0323'.repeat(15_000)

test('a letter with thousands of accents on it stops no paper', async () => {
  const brief = letter([`Een e${ACCENTEN} en een ${ACCENTEN}.`])
  const plan = planMet({ soort: 'punten', punten: [`Kees${ACCENTEN} belt`], merken: [] })
  expect((await readPdf(await makePdf({ template: 'brief', data: brief }))).isUa).toBe(true)
  expect((await readPdf(await makePdf({ template: 'plan', data: plan }))).tekst).toContain('belt')
})

test.each([
  ['nothing that can be printed', '\u200b\u202e'],
  ['lines alone', '\n\n'],
])('a heading of %s keeps nobody from printing his plan', async (_wat, tekst) => {
  const data = planMet({ soort: 'kop', tekst })
  expect((await readPdf(await makePdf({ template: 'plan', data }))).isUa).toBe(true)
})

test('[check 74] a template has no file and no network: not a path, an image, a package, nor what data names', async () => {
  const asked: string[] = []
  const listener = createServer((request, response) => {
    asked.push(String(request.url))
    response.end()
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/x.png`
  const secret = join(import.meta.dirname, '../../package.json')
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><image href='${url}' width='9' height='9'/></svg>`
  for (const typst of [
    `#read("${secret}")`,
    '#read("../../../etc/passwd")',
    '#include "huis.typ"',
    `#image("${url}", alt: "x")`,
    '#import "@preview/example:0.1.0": *',
  ]) {
    await expect(metTemplate(`#set document(title: "x")\n${typst}`)()).rejects.toThrow('no PDF')
  }
  await metTemplate(`#set document(title: "x")\n#image(bytes("${svg}"), alt: "x")`)().catch(
    () => null,
  )
  expect(asked).toEqual([])
  await new Promise((resolve) => listener.close(resolve))
})

test('[check 74] a PDF that takes too long, too much memory or a million pages is stopped, and the next is made', async () => {
  const endless = metTemplate(
    '#{ for a in range(100000) { for b in range(100000) { let c = b }  } }',
    {
      timeoutInMs: 1_500,
    },
  )
  const hungry = metTemplate('#let l = ()\n#for a in range(1000000) { l.push(str(a) * 9000) }')
  const long = metTemplate(
    '#set document(title: "x")\n#for n in range(1000000) [Blad #pagebreak()]',
    {
      timeoutInMs: 1_500,
    },
  )
  await expect(endless()).rejects.toMatchObject({ code: 'PDF_TIMEOUT' })
  await expect(hungry()).rejects.toMatchObject({ code: expect.stringMatching(/^PDF_/) })
  await expect(long()).rejects.toMatchObject({ code: expect.stringMatching(/^PDF_/) })
  await expect(
    makePdf({ template: 'brief', data: letter(['a'.repeat(600_000)]) }),
  ).rejects.toMatchObject({ code: 'PDF_TOO_LARGE' })
  expect((await makePdf({ template: 'brief', data: letter([]) })).length).toBeGreaterThan(5_000)
})

test('many at once wait for their turn, and too many are refused', async () => {
  const make = createMaker({ atOnce: 1, waiting: 2 })
  const data = letter([])
  const all = await Promise.allSettled(
    Array.from({ length: 5 }, () => make({ template: 'brief', data })),
  )
  expect(all.map(({ status }) => status).toSorted()).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ])
})

test('a cliënt who asks five times at once keeps no professional from his paper', async () => {
  const make = createPdf()
  const paper = { template: 'brief', data: letter([]) } as const
  const kees = { kant: 'client', wie: 'kees' } as const
  const vijf = Array.from({ length: 5 }, () => make({ ...paper, vrager: kees }))
  const regie = make({ ...paper, vrager: { kant: 'professional', wie: 'regie' } })
  const [van, ...alle] = await Promise.allSettled([regie, ...vijf])
  expect(van.status).toBe('fulfilled')
  expect(alle.map(({ status }) => status)).toEqual([
    ...Array(3).fill('fulfilled'),
    ...Array(2).fill('rejected'),
  ])
})

test('[check 74] what Typst says of a failure, with the text in it, goes nowhere', async () => {
  const failed = metTemplate('#set document(title: "x")\n#panic(data.titel)')
  const error: unknown = await failed().catch((error: unknown) => error)
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('Proef')
})

test('[check 74] no template reads a file, a package, or runs text', () => {
  const templates = listFiles('server/pdf/*.typ')
  expect(templates.length).toBeGreaterThan(1)
  for (const file of templates) {
    expect(readFileSync(file, 'utf8')).not.toMatch(/\b(eval|import|include|read|plugin)\b *[("]/)
  }
})
