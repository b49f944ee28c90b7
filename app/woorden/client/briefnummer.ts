import { woorden } from '../woorden.ts'

/** The page for who types the number of his letter. */
export const briefnummer = woorden({
  nl: {
    uitleg: 'In uw brief staan een nummer en een code. Vul ze hier in.',
    nummer: 'Nummer van uw brief',
    leeg: 'Vul het nummer van uw brief in.',
    lang: 'Dit nummer is te lang. Het heeft acht tekens.',
    onjuist: 'Het nummer of de code klopt niet. Kijk nog eens goed in uw brief.',
    teVaak: 'Dit is nu te vaak geprobeerd. Scan het vierkant in uw brief, of bel ons.',
  },
  en: {
    uitleg: 'There is a number and a code in your letter. Type them here.',
    nummer: 'Number of your letter',
    leeg: 'Type the number of your letter.',
    lang: 'This number is too long. It has eight characters.',
    onjuist: 'The number or the code is not right. Look at your letter again.',
    teVaak: 'There were too many tries. Scan the square in your letter, or call us.',
  },
})
