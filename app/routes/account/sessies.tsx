import { Monitor } from 'lucide-react'
import { Handelingsformulier } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'

type Sessie = { id: string; browser: string; isDeze: boolean; sinds: string; gebruikt: string }

/** Where he is signed in, and a way to end it there. */
export function Sessies({ sessies }: { sessies: Sessie[] }) {
  const andere = sessies.filter(({ isDeze }) => !isDeze)
  return (
    <Card title="Waar u bent ingelogd">
      <div className="stack stack--wide">
        <p>Herkent u er een niet? Beëindig die sessie en wijzig uw wachtwoord.</p>
        <ul className="rows">
          {sessies.map((sessie) => (
            <li key={sessie.id} className="row">
              <div className="row__text">
                <p>
                  <strong>{sessie.browser || 'Onbekende browser'}</strong>{' '}
                  {sessie.isDeze && (
                    <StatusTag tone="info" icon={Monitor}>
                      Deze sessie
                    </StatusTag>
                  )}
                </p>
                <p className="small subtle">
                  Ingelogd sinds {sessie.sinds}. Laatst gebruikt: {sessie.gebruikt}.
                </p>
              </div>
              {!sessie.isDeze && (
                <Handelingsformulier intent="sessie-weg" doel={sessie.id}>
                  <Button
                    aria-label={`Beëindig de sessie in ${sessie.browser}, sinds ${sessie.sinds}`}
                  >
                    Beëindig
                  </Button>
                </Handelingsformulier>
              )}
            </li>
          ))}
        </ul>
        {andere.length > 0 && (
          <Handelingsformulier intent="andere-sessies-weg">
            <p>
              <Button variant="danger">Beëindig alle andere sessies</Button>
            </p>
          </Handelingsformulier>
        )}
      </div>
    </Card>
  )
}
