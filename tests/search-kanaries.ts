import { searchOutput } from './helpers/kanaries.ts'

const FEWEST = { files: 20, secrets: 100 }

// The last step of `npm test`: check 97. It would find nothing in nothing.
const { files, secrets, hits } = searchOutput()
const sum = `${files} processes, ${secrets} secrets, ${hits.length} found where they may not be`
process.stdout.write(`${[...hits, sum].join('\n')}\n`)
const isWhole = files >= FEWEST.files && secrets >= FEWEST.secrets
process.exitCode = isWhole && hits.length === 0 ? 0 : 1
