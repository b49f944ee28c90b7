/** Signs in as a browser does, and answers with the cookie that it then sends. */
export async function signIn(origin: string, email: string, wachtwoord: string): Promise<string> {
  return cookieOf(await post(`${origin}/inloggen`, { email, wachtwoord }))
}

/** Posts a form as a browser does that has no JavaScript. */
export function post(url: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie,
      origin: new URL(url).origin,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields),
  })
}

export function cookieOf(response: Response): string {
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '')
  const set = cookies.filter((cookie) => !cookie.endsWith('='))
  if (set.length === 0) throw new Error(`Not signed in: ${response.status}`)
  return set.join('; ')
}
