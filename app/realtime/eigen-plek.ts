import type { WebsocketProvider } from 'y-websocket'
import { MESSAGE } from './protocol.ts'

/**
 * Takes in where this person just put the caret, before anything that somebody else wrote goes into the text.
 *
 * A browser tells of a click a moment after it. An edit of another that comes in between puts the caret back where it
 * was, and the next words go there. So the editor is told first.
 */
export function takeInOwnPlace({ messageHandlers }: WebsocketProvider) {
  for (const type of [MESSAGE.sync, MESSAGE.awareness]) {
    const handle = messageHandlers[type]
    if (!handle) continue
    messageHandlers[type] = (...message) => {
      document.dispatchEvent(new Event('selectionchange'))
      handle(...message)
    }
  }
}
