/** What is written in capitals below. */
const LANG = {
  'STAND-VAST': 'stand{besloten dicht metClient overleg{status}}',
  STAND: 'stand{besloten dicht metClient overleg{fase status tafel}}',
  GAST: '{aanvaard aanwezig functie handOp id keuze kleur naam organisatie rol vertrekreden}',
  REGIERIJ:
    '{aanvaard afspraak{antwoord inPlaatsVan op} convenant functie id isIk keten keuze kleur naam organisatie rol taak verklaring vertrekreden}',
  RIJ: '{aanvaard afspraak convenant functie id isIk keten keuze kleur naam organisatie rol taak verklaring vertrekreden}',
  MAG: 'mag{aanvaarden antwoordenZien beheren isOpen kiezen uitnodigen voordragen}',
  ACTIES:
    'acties[]{historie[]{door notitie op status uitleg} id leefgebied status waarom wanneer wat wie}',
  ACTIE:
    'actie{historie[]{door notitie op status uitleg} id leefgebied status waarom wanneer wat wie}',
  STEM: 'stem{antwoord eerder sleutel}',
  GEZEGD: 'stem{acties eigenWoorden{anders wil} zinnen}',
  ZINNEN: 'samenvatting[]{antwoord eerder sleutel soort tekst[]{tekst}}',
  TEKST: 'samenvatting[]{niveau soort tekst[]{tekst}}',
  IK: 'ik{deelnemerId keuze rol toegelaten}',
  BRIEVEN:
    'brieven{doel genoemden[] isOnline nietGenoemd plaats regels[]{clientPersoonId gemaakt gemaild id stand verouderd verzonden} vastDoel}',
  ONDERDELEN: 'onderdelen[]{document klaarOp moment toegang}',
}

/** Route, moment, for whom, and all fields that its data has for them: no more may leave. Check 63 */
const TABEL = `
client/layout  met-cliënt  tafel wachtkamer plan  richting taal talen[]{naam taal} woorden
client/layout  vastgesteld  tafel wachtkamer plan  richting taal talen[]{naam taal} woorden
client/mijn-plan  met-cliënt  tafel  beeld{aanTafel antwoorden{mag ZINNEN} besloten contact{naam telefoon} eigenWoorden{anders{tekst versie} mag wil{tekst versie}} heeftPin inbreng inhoud{acties[]{klaarVoor STEM waarom wat wie{naam organisatie soort}} plan TEKST} link signaal soort steunpersoon weergave}
client/mijn-plan  met-cliënt  wachtkamer plan  beeld{afspraak contact{naam telefoon} signaal verplaatst weergave}
client/mijn-plan  vastgesteld  tafel plan  beeld{afspraak contact{naam telefoon} evaluatie heeftPin inhoud{acties[]{antwoord klaar klaarVoor melden nummer sinds stand uitleg waarom wat wie{naam organisatie soort} woord} plan TEKST} meelezer merken soort stem{eigenWoorden{anders wil} ZINNEN} vastgesteldOp veranderd verzoeken{gesteld kiesbaar[]{deel zinnen[]{sleutel tekst}}} volgendeVraag weergave}
client/mijn-plan  vastgesteld  wachtkamer  beeld{contact{naam telefoon} heeftPin weergave}
overleg/brief  met-cliënt  procesregisseur  clientPersoonId gemaakt gemaild id naam soort stand toegang{adres code nummer qr{maat pad}} vanaf vandaag verouderd verzonden vorm{aanhef delen[]{groot[] heeftToegang kop punten[] stappen[] taal zinnen[]} opening[] pagina[] slot[] taal titel toegangWoorden{adres code nummer qr}}
overleg/brief  vastgesteld  procesregisseur  clientPersoonId gemaakt gemaild id naam soort stand toegang{adres code nummer qr{maat pad}} vanaf vandaag verouderd verzonden vorm{aanhef delen[]{groot[] heeftToegang kop punten[] stappen[] taal zinnen[]} opening[] pagina[] slot[] taal titel toegangWoorden{adres code nummer qr}}
overleg/deelnemers  met-cliënt  casushouder  aanTafel afspraak afwegingen{geweest magBeantwoorden magVoorstellen open} beheer brieven clientzijde[]{brief id naam soort} deelnemers[]RIJ kandidaten MAG onbeslist overleg{afgebrokenReden moment zonderClient} STAND voorDeDeur
overleg/deelnemers  met-cliënt  blijft vertrekt  aanTafel afspraak afwegingen beheer brieven clientzijde[]{brief id naam soort} deelnemers[]RIJ kandidaten MAG onbeslist overleg{afgebrokenReden moment zonderClient} STAND voorDeDeur
overleg/deelnemers  vastgesteld  casushouder  aanTafel afspraak afwegingen{geweest magBeantwoorden magVoorstellen open} beheer brieven clientzijde[]{brief id naam soort} deelnemers[]RIJ kandidaten MAG onbeslist overleg{afgebrokenReden moment zonderClient} STAND-VAST voorDeDeur
overleg/deelnemers  vastgesteld  blijft vertrekt  aanTafel afspraak afwegingen beheer brieven clientzijde[]{brief id naam soort} deelnemers[]RIJ kandidaten MAG onbeslist overleg{afgebrokenReden moment zonderClient} STAND-VAST voorDeDeur
overleg/deelnemers  vastgesteld  procesregisseur  aanTafel afspraak afwegingen{geweest magBeantwoorden magVoorstellen open} beheer BRIEVEN clientzijde[]{brief{geblokkeerd heeftPin taal uitgenodigdOp} id naam soort} deelnemers[]REGIERIJ kandidaten MAG onbeslist overleg{afgebrokenReden moment zonderClient} STAND-VAST voorDeDeur[]{naam sessieId soort}
overleg/deelnemers  met-cliënt  procesregisseur  aanTafel afspraak afwegingen{geweest magBeantwoorden magVoorstellen open} beheer{clientZit datum linkTafel linkVooroverleg tijd} BRIEVEN clientzijde[]{brief{geblokkeerd heeftPin taal uitgenodigdOp} id naam soort} deelnemers[]REGIERIJ kandidaten[]{convenant functie id naam organisatie} MAG onbeslist overleg{afgebrokenReden moment zonderClient} STAND voorDeDeur
overleg/document  met-cliënt  vertrekt  aanvullingen beslotenTot casus deelnemers document heropening IK inbreng nu ONDERDELEN overlegId STAND startweigering stem tafel tijd toegang wachtkamer
overleg/document  met-cliënt  casushouder  aanvullingen beslotenTot casus deelnemers[]GAST document heropening IK inbreng nu ONDERDELEN overlegId STAND startweigering stem tafel{clienten[]{id naam soort} gasten[]GAST link} tijd{begonnenOp minuten} toegang wachtkamer
overleg/document  met-cliënt  casushouder  aanvullingen beslotenTot casus deelnemers[]GAST document heropening IK inbreng nu ONDERDELEN overlegId STAND startweigering GEZEGD tafel{clienten[]{id naam soort} gasten[]GAST link} tijd{begonnenOp minuten} toegang wachtkamer
overleg/document  met-cliënt  blijft  aanvullingen beslotenTot casus deelnemers[]GAST document heropening IK inbreng[]{gevraagd id keren onderwerp tekst weigering} nu ONDERDELEN overlegId STAND startweigering stem tafel{clienten[]{id naam soort} gasten[]GAST link} tijd{begonnenOp minuten} toegang wachtkamer
overleg/document  met-cliënt  blijft  aanvullingen beslotenTot casus deelnemers[]GAST document heropening IK inbreng[]{gevraagd id keren onderwerp tekst weigering} nu ONDERDELEN overlegId STAND startweigering GEZEGD tafel{clienten[]{id naam soort} gasten[]GAST link} tijd{begonnenOp minuten} toegang wachtkamer
overleg/document  met-cliënt  procesregisseur  aanvullingen beslotenTot casus deelnemers[]GAST document heropening IK inbreng nu ONDERDELEN overlegId STAND startweigering stem tafel{clienten[]{id naam soort} gasten[]GAST link} tijd{begonnenOp minuten} toegang wachtkamer{aanwezigen[]{naam nummer sessieId signaal sinds soort toegelaten weggestuurd} vertrekkersMetActie weigering{code}}
overleg/document  met-cliënt  procesregisseur  aanvullingen beslotenTot casus deelnemers[]GAST document heropening IK inbreng nu ONDERDELEN overlegId STAND startweigering GEZEGD tafel{clienten[]{id naam soort} gasten[]GAST link} tijd{begonnenOp minuten} toegang wachtkamer{aanwezigen[]{naam nummer sessieId signaal sinds soort toegelaten weggestuurd} vertrekkersMetActie weigering{code}}
overleg/document  vastgesteld  procesregisseur casushouder blijft  aanvullingen beslotenTot casus deelnemers[]GAST document heropening IK inbreng nu ONDERDELEN overlegId STAND-VAST startweigering stem tafel tijd toegang wachtkamer
overleg/document  vastgesteld  procesregisseur casushouder blijft  aanvullingen beslotenTot casus deelnemers[]GAST document heropening IK inbreng nu ONDERDELEN overlegId STAND-VAST startweigering GEZEGD tafel tijd toegang wachtkamer
overleg/layout  met-cliënt  zonder-convenant  casus initialen magLezen magMeekijken stand
overleg/layout  vastgesteld  zonder-convenant  casus initialen magLezen magMeekijken stand
overleg/layout  met-cliënt  procesregisseur casushouder blijft vertrekt  casus initialen magLezen magMeekijken STAND
overleg/layout  vastgesteld  procesregisseur casushouder blijft vertrekt  casus initialen magLezen magMeekijken STAND-VAST
overleg/meekijken  met-cliënt  procesregisseur  beeld{aanTafel inhoud{acties[]{klaarVoor STEM waarom wat wie{naam organisatie soort}} plan TEKST} soort stem{eigenWoorden{anders{tekst versie} wil{tekst versie}} ZINNEN}} woorden
overleg/meekijken  vastgesteld  procesregisseur  beeld{plan{contact{naam telefoon} inhoud{acties[]{antwoord klaar klaarVoor melden nummer sinds stand uitleg waarom wat wie{naam organisatie soort} woord} plan TEKST} merken soort stem{eigenWoorden{anders wil} ZINNEN}} soort} woorden
overleg/plan  vastgesteld  vertrekt  ACTIES bewaardTot casus{initialen nummer} evaluatieOpen plan verzoeken
overleg/plan  vastgesteld  procesregisseur casushouder  ACTIES bewaardTot casus{initialen nummer} evaluatieOpen plan{actieantwoorden besluitvorming casushouder{naam organisatie telefoon} merken metClient monitoring[]{datum termijn} stem{eigenWoorden{anders wil} ZINNEN} vastgesteldOp versie} verzoeken{lijst magBeantwoorden}
overleg/plan  vastgesteld  blijft  ACTIES bewaardTot casus{initialen nummer} evaluatieOpen plan{actieantwoorden besluitvorming casushouder{naam organisatie telefoon} merken metClient monitoring[]{datum termijn} stem{eigenWoorden{anders wil} ZINNEN} vastgesteldOp versie} verzoeken
overleg/verklaring  met-cliënt  zonder-convenant  naam organisatie
overleg/verklaring  vastgesteld  zonder-convenant  naam organisatie
professional/acties  met-cliënt  procesregisseur casushouder blijft vertrekt zonder-convenant  acties
professional/acties  vastgesteld  zonder-convenant  acties
professional/acties  vastgesteld  procesregisseur casushouder blijft vertrekt  acties[]{ACTIE casus{initialen nummer} groep magBijwerken metClient overlegId}
professional/layout  met-cliënt  procesregisseur casushouder blijft vertrekt zonder-convenant  persoon{huisfunctie kleur naam organisatie}
professional/layout  vastgesteld  zonder-convenant procesregisseur casushouder blijft vertrekt  persoon{huisfunctie kleur naam organisatie}
professional/overleggen  vastgesteld  zonder-convenant  magMaken overleggen[]{geplandOp id initialen nummer rol stand status} taken
professional/overleggen  met-cliënt  zonder-convenant  magMaken overleggen[]{geplandOp id initialen nummer rol stand status} taken[]{aantal casus{gemeente initialen nummer} geplandOp magCollega overlegId soort}
professional/overleggen  met-cliënt  vertrekt  magMaken overleggen[]{geplandOp id initialen nummer rol STAND status} taken
professional/overleggen  met-cliënt  procesregisseur casushouder blijft  magMaken overleggen[]{geplandOp id initialen nummer rol STAND status} taken[]{aantal casus{gemeente initialen nummer} geplandOp magCollega overlegId soort}
professional/overleggen  vastgesteld  procesregisseur casushouder blijft vertrekt  magMaken overleggen[]{geplandOp id initialen nummer rol STAND-VAST status} taken
`

/** A line for each who. */
export const MAG_WETEN: ReadonlySet<string> = new Set(
  TABEL.trim()
    .split('\n')
    .flatMap((line) => {
      const [route = '', moment = '', wie = '', velden = ''] = line.split(/ {2,}/)
      const voluit = Object.entries(LANG).reduce(
        (text, [kort, lang]) => text.replaceAll(kort, lang),
        velden,
      )
      return wie.split(' ').map((een) => `${route} ${moment} ${een} ${voluit}`)
    }),
)
