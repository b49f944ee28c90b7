import type { z } from 'zod'
import { veldenOf } from './velden.ts'

const FORMULIER = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i
// More than any form of ours has; reading takes longer with the square of it, and everybody waits.
const MAX_VELDEN = 2000

/** The fields of a posted form, or null when this is no form: a body that cannot be read is bad input, not a mistake of ours. */
export async function readForm(request: Request): Promise<FormData | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!FORMULIER.test(type)) return null
  const text = await request.text().catch(() => null)
  if (text === null || text.split(/&|\n--/, MAX_VELDEN + 1).length > MAX_VELDEN) return null
  return new Response(text, { headers: { 'content-type': type } }).formData().catch(() => null)
}

/** A posted form as the schema wants it; null for anything else, also for fields that it does not know. */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const form = await readForm(request)
  const result = form && schema.safeParse(veldenOf(form))
  return result?.success ? result.data : null
}

/**
 * Whether the browser posted this by itself, without JavaScript: it asks for a page, React Router for data.
 *
 * Such a post is answered with a redirect: the page after it must ask anew who may see what (S3), and reloading it must
 * not post again.
 */
export function isZonderJavaScript(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') ?? false
}
