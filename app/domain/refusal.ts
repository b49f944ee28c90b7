import type { Wachtwoordfout } from './wachtwoord.ts'

/** What the domain says no with. Every code has an HTTP status and a Dutch sentence; both lists stop compiling when a code is added. */
export type Refusal =
  | { code: 'niet-gevonden' }
  | { code: 'niet-bevoegd' }
  | { code: 'ongeldige-invoer'; velden?: Record<string, string> }
  | { code: 'verklaring-ontbreekt' }
  | { code: 'overleg-niet-gepland' }
  | { code: 'overleg-niet-lopend' }
  | { code: 'overleg-niet-vastgesteld' }
  | { code: 'overleg-dicht' }
  | { code: 'overleg-niet-dicht' }
  | { code: 'overleg-verplaatst' }
  | { code: 'fase-al-afgerond' }
  | { code: 'laatste-fase' }
  | { code: 'eerste-fase' }
  | { code: 'vraag-ontbreekt' }
  | { code: 'client-zit-aan-tafel' }
  | { code: 'client-zit-niet-aan-tafel' }
  | { code: 'overleg-zonder-client' }
  | { code: 'besloten-tijd-loopt' }
  | { code: 'besloten-tijd-voorbij' }
  | { code: 'steunpersoon-weggestuurd' }
  | { code: 'inbreng-wordt-gevraagd' }
  | { code: 'inbreng-vaak-genoeg' }
  | { code: 'inbreng-vertrekt' }
  | { code: 'overleg-met-client' }
  | { code: 'voorstel-open' }
  | { code: 'voorstel-beantwoord' }
  | { code: 'client-al-uitgenodigd' }
  | { code: 'al-deelnemer' }
  | { code: 'niemand-wacht' }
  | { code: 'keuze-ontbreekt'; namen: string[] }
  | { code: 'samenvatting-ontbreekt' }
  | { code: 'nog-geen-besluitvorming' }
  | { code: 'casushouder-ontbreekt' }
  | { code: 'casushouder-niet-aanvaard' }
  | { code: 'casushouder-blijft' }
  | { code: 'actie-ontbreekt' }
  | { code: 'actie-onvolledig'; nummers: number[] }
  | { code: 'reden-ontbreekt' }
  | { code: 'zin-niet-in-plan' }
  | { code: 'verzoek-leeg' }
  | { code: 'verzoek-te-lang' }
  | { code: 'verzoek-loopt-al' }
  | { code: 'te-veel-verzoeken' }
  | { code: 'verzoek-al-beantwoord' }
  | { code: 'alleen-lezen' }
  | { code: 'editor-verouderd' }
  | { code: 'te-groot' }
  | { code: 'te-veel' }
  | { code: 'code-onjuist' }
  | { code: 'uitnodiging-geblokkeerd' }
  | { code: 'brief-vervallen' }
  | { code: 'pin-onjuist' }
  | { code: 'pin-ontbreekt' }
  | { code: 'pin-vorm' }
  | { code: 'plan-voorbij' }
  | { code: 'pin-te-makkelijk' }
  | { code: 'inloggen-mislukt' }
  | { code: 'te-veel-pogingen' }
  | { code: 'te-druk' }
  | { code: 'tweede-stap-mislukt' }
  | { code: 'tweede-stap-wachten' }
  | { code: 'tweede-stap-nodig' }
  | { code: 'passkey-mislukt' }
  | { code: 'wachtwoord-onjuist' }
  | { code: 'wachtwoord-te-zwak'; reden: Wachtwoordfout }
  | { code: 'organisatie-onbekend' }
  | { code: 'organisatie-onbereikbaar' }
  | { code: 'organisatie-mislukt' }
  | { code: 'link-verlopen' }
  | { code: 'eigen-account' }
  | { code: 'tekst-gewijzigd' }
  | { code: 'woorden-gewijzigd'; nu: { tekst: string; versie: number } }

export type RefusalCode = Refusal['code']
