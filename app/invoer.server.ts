import type { z } from 'zod'

const FORMULIER = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** The fields of a posted form, or null when this is no form: a body that cannot be read is bad input, not a mistake of ours. */
export async function readForm(request: Request): Promise<FormData | null> {
  if (!FORMULIER.test(request.headers.get('content-type') ?? '')) return null
  return request.formData().catch(() => null)
}

/** A posted form as the schema wants it; null for anything else, also for fields that it does not know. */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const form = await readForm(request)
  const result = form && schema.safeParse(Object.fromEntries(form))
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
