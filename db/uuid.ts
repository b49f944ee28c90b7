const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Ids come from URLs and forms: PostgreSQL answers a malformed one with an error, and that is not an answer for a person.
 *
 * In capitals it is none either: a page would open of which the documents, named letter by letter, do not.
 */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}
