import { hash, parseOptions, verify } from '@node-rs/argon2'
import { throwRefusal } from '#app/refusal-response.ts'
import { createDrempel } from './drempel.ts'

// 64 MB and about 70 ms: above what OWASP asks for argon2id (the library's default algorithm).
const KOSTEN = { memoryCost: 65536, timeCost: 2, parallelism: 1 }

// A hash of something that nobody can type, at the same cost: who does not exist takes as long as who does.
const NIEMAND =
  '$argon2id$v=19$m=65536,t=2,p=1$tKDiNOFY69lhNI8D4z4Pdw$+QiWS2k7JUWXK7tXvBdHI+d4UD0YkIRqImReCRCXlHY'

// The one state here, because a process has one set of cores: a flood of sign-ins must leave something for who is
// at work. About a second of waiting, then no.
const drempel = createDrempel({ tegelijk: 4, wachtend: 24 })

/** Hashes a password, a code or a PIN. */
export function hashGeheim(geheim: string): Promise<string> {
  return zwaar(() => hash(geheim, KOSTEN))
}

/** Compares at full cost, also when there is nothing to compare with. */
export async function isGeheim(geheimHash: string | null, geheim: string): Promise<boolean> {
  const gelijk = await zwaar(() => verify(geheimHash ?? NIEMAND, geheim))
  return geheimHash !== null && gelijk
}

export function isVerouderd(geheimHash: string): boolean {
  const { memoryCost, timeCost } = parseOptions(geheimHash)
  return memoryCost < KOSTEN.memoryCost || timeCost < KOSTEN.timeCost
}

/** Too many at once is an answer (429), and not a longer line. */
function zwaar<Value>(werk: () => Promise<Value>): Promise<Value> {
  return drempel.run(werk) ?? throwRefusal({ code: 'te-druk' })
}
