import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { printable, readCharacters } from './glyphs.ts'

// Makes one PDF and ends: what is in the letter comes in as JSON, the PDF goes out, and nothing is printed about either.

const FONTS = ['400Regular/NotoSans_400Regular', '700Bold/NotoSans_700Bold']
const NOWHERE = '/nonexistent'

try {
  const [folder = NOWHERE, template = ''] = process.argv.slice(2)
  const pdf = make({ folder, template, json: String(await buffer(process.stdin)) })
  process.stdout.write(pdf)
} catch {
  // An error of Typst quotes the text that it could not set.
  process.exitCode = 1
}

type Job = { folder: string; template: string; json: string }

function make({ folder, template, json }: Job): Buffer {
  const fonts = FONTS.map(readFont)
  const [regular] = fonts
  if (!regular) throw new Error('There is no font')
  const characters = readCharacters(regular)
  const data: unknown = JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'string' ? printable(value, characters) : value,
  )
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }], workspace: NOWHERE })
  // The templates are handed in as text: for Typst there is no file at all.
  const mainFileContent = ['huis', template]
    .map((name) => readFileSync(join(folder, `${name}.typ`), 'utf8'))
    .join('\n')
  const inputs = { data: JSON.stringify(data) }
  const { result } = compiler.compile({ mainFileContent, inputs })
  if (!result) throw new Error('The template does not compile')
  return compiler.pdf(result, { pdfStandard: 'ua-1' })
}

function readFont(name: string): Buffer {
  return readFileSync(
    createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${name}.ttf`),
  )
}
