/** Text as PostgreSQL can hold it: no NUL, and in jsonb no half of a surrogate pair either. Browsers can send both. */
export function schoneTekst(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
