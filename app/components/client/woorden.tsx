import { createContext, type ReactNode, useContext } from 'react'
import type { Clientwoorden } from '#app/woorden/client.ts'

export { vul } from '#app/woorden/vul.ts'

const Woorden = createContext<Clientwoorden | null>(null)

export function WoordenProvider({
  woorden,
  children,
}: {
  woorden: Clientwoorden
  children: ReactNode
}) {
  return <Woorden value={woorden}>{children}</Woorden>
}

/** The fixed sentences, in the language of this page; they came with it, and are in no bundle. */
export function useWoorden(): Clientwoorden {
  const woorden = useContext(Woorden)
  if (!woorden) throw new Error('A screen of the client side stands inside WoordenProvider')
  return woorden
}

/** The number of a day stays with its month, and that of a time with its word. */
export function aaneen(datum: string): string {
  return datum.replace(/(\d) (?=\p{Letter})/gu, '$1\u00a0')
}
