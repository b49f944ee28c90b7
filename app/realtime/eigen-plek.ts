import type { WebsocketProvider } from 'y-websocket'
import { MESSAGE } from './protocol.ts'

/**
 * Takes in where this person just put the caret, before anything of somebody else goes into the text.
 *
 * A browser tells of a click a moment after it. What another does in between would put the caret back where it was, and
 * the next words would go there. So the editor is told first.
 */
export function takeInOwnPlace({ messageHandlers, awareness }: WebsocketProvider) {
  const edit = messageHandlers[MESSAGE.sync]
  if (!edit) throw new Error('The provider deals with edits')
  messageHandlers[MESSAGE.sync] = (...message) => {
    tellEditor()
    edit(...message)
  }
  // Carets are drawn a task after they moved: this one is asked for earlier.
  awareness.on('change', () => setTimeout(tellEditor, 0))
}

function tellEditor() {
  document.dispatchEvent(new Event('selectionchange'))
}
