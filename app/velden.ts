/** The fields of a form. One that is there more than once is a list, so that nobody has to guess which of them was meant. */
export function veldenOf(form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(form.keys())].map((naam) => {
      const waarden = form.getAll(naam)
      return [naam, waarden.length === 1 ? waarden[0] : waarden]
    }),
  )
}
