import { type Fout, Foutlijst } from '#app/components/foutlijst.tsx'

/** The same list, in the words of the professionals' pages. */
export function ErrorSummary({ errors }: { errors: readonly Fout[] }) {
  const aantal = errors.length
  const titel = aantal === 1 ? 'Er is 1 ding niet goed' : `Er zijn ${aantal} dingen niet goed`
  return <Foutlijst titel={titel} errors={errors} />
}
