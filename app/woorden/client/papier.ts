import { woorden } from '../woorden.ts'

/** The plan on paper; what stands on the screen too has its words in plan.ts. */
export const papier = woorden({
  nl: {
    gemaakt: 'Dit blad is van {datum}.',
    bel: 'Heeft u een vraag? Of klopt er iets niet? Bel {naam}: {telefoon}.',
    blad: 'Blad',
    van: 'van',
  },
  en: {
    gemaakt: 'This paper is of {datum}.',
    bel: 'Do you have a question? Or is something wrong? Call {naam}: {telefoon}.',
    blad: 'Sheet',
    van: 'of',
  },
})
