import { woorden } from '../woorden.ts'

/** What the client side reads when something is refused; `anders` is for all that it is not told apart. */
export const weigering = woorden({
  nl: {
    'code-onjuist': 'Deze code klopt niet. Kijk nog eens goed in uw brief.',
    'code-of-pin-onjuist': 'De code of de pincode klopt niet. Kijk nog eens goed in uw brief.',
    'uitnodiging-geblokkeerd':
      'De code is te vaak verkeerd ingevuld. Bel het nummer in uw brief. Dan krijgt u een nieuwe brief.',
    'pin-onjuist': 'Deze pincode klopt niet. Probeer het nog een keer.',
    'pin-ontbreekt': 'Vul uw pincode in.',
    'pin-vorm': 'Vul vijf cijfers in.',
    'pin-te-makkelijk': 'Deze pincode is te makkelijk te raden. Kies vijf andere cijfers.',
    'niet-gevonden': 'Dit is er niet meer. Laad de pagina opnieuw.',
    'ongeldige-invoer': 'Dit is niet goed ingevuld. Kijk het nog eens na.',
    'te-groot': 'Deze tekst is te lang. Maak de tekst korter.',
    'zin-niet-in-plan': 'Kies eerst de zin die niet klopt.',
    'verzoek-leeg': 'Schrijf op wat er niet klopt.',
    'verzoek-te-lang': 'Dit is te lang. Schrijf het korter op.',
    'verzoek-loopt-al': 'U heeft dit al gezegd. U krijgt nog antwoord.',
    'te-veel-verzoeken': 'U heeft nu veel opgeschreven. Wacht op antwoord, of bel ons.',
    'te-veel': 'Dit gaat te snel. Wacht even en probeer het opnieuw.',
    'te-druk': 'Het is nu erg druk. Wacht even en probeer het opnieuw.',
    anders: 'Dit kan nu niet. Laad de pagina opnieuw, of bel ons.',
  },
  en: {
    'code-onjuist': 'This code is not right. Please look at your letter again.',
    'code-of-pin-onjuist': 'The code or the PIN is not right. Please look at your letter again.',
    'uitnodiging-geblokkeerd':
      'The wrong code was typed too often. Call the number in your letter. You will get a new letter.',
    'pin-onjuist': 'This PIN is not right. Please try again.',
    'pin-ontbreekt': 'Type your PIN.',
    'pin-vorm': 'Type five digits.',
    'pin-te-makkelijk': 'This PIN is too easy to guess. Choose five other digits.',
    'niet-gevonden': 'This is not here any more. Load the page again.',
    'ongeldige-invoer': 'This was not filled in well. Please look at it again.',
    'te-groot': 'This text is too long. Make it shorter.',
    'zin-niet-in-plan': 'First choose the sentence that is wrong.',
    'verzoek-leeg': 'Write what is wrong.',
    'verzoek-te-lang': 'This is too long. Write it shorter.',
    'verzoek-loopt-al': 'You have said this already. You will get an answer.',
    'te-veel-verzoeken': 'You have written much now. Wait for an answer, or call us.',
    'te-veel': 'This goes too fast. Wait a little and try again.',
    'te-druk': 'It is very busy now. Wait a little and try again.',
    anders: 'This is not possible now. Load the page again, or call us.',
  },
})
