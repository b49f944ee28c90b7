import { index, layout, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('routes/home.ts'),
  route('inloggen', 'routes/inloggen.tsx'),
  route('inloggen/tweede-stap', 'routes/inloggen/tweede-stap.tsx'),
  route('inloggen/instellen', 'routes/inloggen/instellen.tsx'),
  route('passkey', 'routes/passkey.ts'),
  route('inloggen/organisatie', 'routes/inloggen/organisatie.tsx'),
  route('inloggen/oidc/terug', 'routes/inloggen/terug.tsx'),
  route('wachtwoord-vergeten', 'routes/inloggen/wachtwoord-vergeten.tsx'),
  route('wachtwoord-nieuw', 'routes/inloggen/wachtwoord-nieuw.tsx'),
  route('uitloggen', 'routes/uitloggen.ts'),
  layout('routes/professional/layout.tsx', [
    route('overleggen', 'routes/professional/overleggen.tsx'),
    route('overleggen/nieuw', 'routes/professional/overleg-nieuw.tsx'),
    route('acties', 'routes/professional/acties.tsx'),
    route('account', 'routes/account/account.tsx'),
    route('account/wachtwoord', 'routes/account/wachtwoord.tsx'),
    route('account/app', 'routes/account/app.tsx'),
    route('account/passkey', 'routes/account/passkey.tsx'),
    route('account/herstelcodes', 'routes/account/herstelcodes.tsx'),
    route('bevestigen', 'routes/account/bevestigen.tsx'),
    route('overleggen/:overlegId', 'routes/overleg/layout.tsx', [
      index('routes/overleg/nu.ts'),
      route('verklaring', 'routes/overleg/verklaring.tsx'),
      route('deelnemers', 'routes/overleg/deelnemers.tsx'),
      route('document/:document', 'routes/overleg/document.tsx'),
      route('plan', 'routes/overleg/plan.tsx'),
      route('meekijken', 'routes/overleg/meekijken.tsx'),
      route('handeling', 'routes/overleg/handeling.ts'),
    ]),
  ]),
  layout('routes/client/layout.tsx', [
    route('uitnodiging/:token', 'routes/client/uitnodiging.tsx'),
    route('mijn-plan', 'routes/client/mijn-plan.tsx'),
  ]),
  route('*', 'routes/niet-gevonden.tsx'),
] satisfies RouteConfig
