import { Form, href } from 'react-router'

type Props = { velden: Readonly<Record<string, string>>; tekst: string }

/** One thing that the client side can do with one tap. */
export function Doeknop({ velden, tekst }: Props) {
  return (
    <Form method="post" action={href('/mijn-plan')} preventScrollReset className="knopvorm">
      {Object.entries(velden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button">
        {tekst}
      </button>
    </Form>
  )
}
