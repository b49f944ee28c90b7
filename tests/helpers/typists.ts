import { expect, vi } from 'vitest'
import type { DocumentKey } from '#app/realtime/protocol.ts'
import { openDocument } from './collab.ts'

type Options = { url: string; key: DocumentKey; cookies: readonly string[]; everyMs?: number }
type Word = { word: string; typedAt: number; savedAt: number | null }

/** People who each type a word of their own all the time, with an account of what they were told is saved. */
export async function startTypists({ url, key, cookies, everyMs = 100 }: Options) {
  const people = cookies.map((cookie) => {
    const words: Word[] = []
    return { ...openDocument({ url, cookie, key }), words }
  })
  await vi.waitFor(() => expect(people.every(({ provider }) => provider.synced)).toBe(true), 30_000)
  for (const { provider, acknowledged } of people)
    provider.on('status', ({ status }) => {
      if (status === 'connected') acknowledged.length = 0
    })
  let nr = 0
  const timers = people.map((person, index) => {
    return setInterval(() => {
      nr += 1
      const word = `w${index}x${nr}.`
      person.words.push({ word, typedAt: performance.now(), savedAt: null })
      person.write(word)
    }, everyMs)
  })
  const watch = setInterval(() => people.forEach(notice), 2)

  /** All that was sent over this connection is acknowledged: then all words are, since none waits elsewhere. */
  function notice({ provider, acknowledged, sent, words }: (typeof people)[number]) {
    const isAllSaved = provider.synced && sent() > 0 && acknowledged.at(-1) === sent()
    if (!isAllSaved) return
    for (const word of words) word.savedAt ??= performance.now()
  }

  return {
    people,
    words: () => people.flatMap(({ words }) => words),
    saved: () => people.flatMap(({ words }) => words).filter(({ savedAt }) => savedAt !== null),
    /** Everybody put down his pen, and all is told saved. */
    async finish() {
      timers.forEach(clearInterval)
      await vi.waitFor(
        () =>
          expect(people.flatMap(({ words }) => words).filter((w) => w.savedAt === null)).toEqual(
            [],
          ),
        20_000,
      )
    },
    [Symbol.dispose]() {
      timers.forEach(clearInterval)
      clearInterval(watch)
      for (const person of people) person[Symbol.dispose]()
    },
  }
}

/** How often each word is in a text: the words that are not in it exactly once. */
export function notOnce(text: string, words: readonly { word: string }[]): string[] {
  return words.map(({ word }) => word).filter((word) => text.split(word).length !== 2)
}
