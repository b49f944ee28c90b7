import { woorden } from '../woorden.ts'

export const besloten = woorden({
  nl: {
    titel: 'U heeft nu tijd voor uzelf',
    weg: 'De anderen zijn even weg. Niemand schrijft nu in uw plan.',
    lees: 'Lees het rustig. Praat erover met wie bij u is.',
    tot: 'Dit duurt tot {tot} uur.',
    daarna: 'Daarna gaan we vanzelf weer samen verder.',
    klaar: 'Ik ben klaar',
    voorbij: 'We zijn er weer. We gaan samen verder.',
  },
  en: {
    titel: 'You now have time for yourself',
    weg: 'The others have stepped away. Nobody is writing in your plan now.',
    lees: 'Take your time to read it. Talk about it with whoever is with you.',
    tot: 'This lasts until {tot}.',
    daarna: 'After that we go on together by itself.',
    klaar: 'I am ready',
    voorbij: 'We are back. We go on together.',
  },
})
