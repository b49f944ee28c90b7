import { Search } from 'lucide-react'
import { Form, href, Link } from 'react-router'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { sqlContext } from '#app/context.ts'
import { PER_PAGINA, searchAccounts } from '#db/gebruikersbeheer.ts'
import type { Route } from './+types/mensen'
import { Accountstand } from './accountstand.tsx'

const MAX_ZOEK = 100

export async function loader({ url, context }: Route.LoaderArgs) {
  const zoek = (url.searchParams.get('zoek') ?? '').slice(0, MAX_ZOEK)
  const pagina = paginaOf(url.searchParams.get('pagina'))
  const { accounts, totaal } = await searchAccounts(context.get(sqlContext), { zoek, pagina })
  return { zoek, pagina, paginas: Math.max(1, Math.ceil(totaal / PER_PAGINA)), totaal, accounts }
}

export default function MensenPage({ loaderData }: Route.ComponentProps) {
  const { zoek, accounts, totaal } = loaderData
  return (
    <div className="page">
      <PageHeader title="Mensen" lead="Wie een account heeft, en hoe die persoon binnenkomt." />
      <Form method="get" role="search" className="cluster cluster--end">
        <TextField
          id="zoek"
          name="zoek"
          type="search"
          label="Zoek op naam, e-mailadres of organisatie"
          defaultValue={zoek}
          maxLength={MAX_ZOEK}
          size="middle"
        />
        <Button icon={Search}>Zoek</Button>
      </Form>
      <Card title={totaal === 1 ? '1 account' : `${totaal} accounts`}>
        {accounts.length === 0 ? (
          <Empty title="Niemand gevonden">
            <p>Zoek op een ander woord, of nodig iemand uit.</p>
          </Empty>
        ) : (
          <ul className="rows">
            {accounts.map((account) => (
              <li key={account.id} className="row">
                <div className="row__text">
                  <Link
                    className="row__link"
                    to={href('/beheer/mensen/:gebruikerId', { gebruikerId: account.id })}
                  >
                    {account.naam}
                  </Link>
                  <span className="row__detail">
                    {[account.functie, account.organisatie].filter(Boolean).join(', ')}
                  </span>
                  <span className="row__detail">{account.email}</span>
                </div>
                <Accountstand {...account} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Bladeren {...loaderData} />
    </div>
  )
}

function Bladeren({ zoek, pagina, paginas }: { zoek: string; pagina: number; paginas: number }) {
  if (paginas === 1) return null
  const adres = (naar: number) => `?${new URLSearchParams({ zoek, pagina: String(naar) })}`
  return (
    <nav className="cluster" aria-label="Bladeren">
      {pagina > 1 && <Link to={adres(pagina - 1)}>Vorige</Link>}
      <span>
        Pagina {pagina} van {paginas}
      </span>
      {pagina < paginas && <Link to={adres(pagina + 1)}>Volgende</Link>}
    </nav>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Mensen – Beheer – Focustafel' }]

/** What is no page is the first. */
function paginaOf(tekst: string | null): number {
  return tekst && /^[1-9]\d{0,4}$/.test(tekst) ? Number(tekst) : 1
}
