import { woorden } from '../woorden.ts'

export const inbreng = woorden({
  nl: {
    titel: 'Iemand vraagt u iets',
    vraagt: '{naam} van {organisatie} wil iets vertellen.',
    over: 'Het gaat over:',
    ja1: 'Zegt u ja? Dan komt het in uw plan. Iedereen aan tafel leest het.',
    nee1: 'Zegt u nee? Dan leest niemand het. Dat is helemaal goed.',
    mag: 'Mag dit op tafel?',
    ja: 'Ja',
    nee: 'Nee',
  },
  en: {
    titel: 'Somebody is asking you something',
    vraagt: '{naam} of {organisatie} wants to tell something.',
    over: 'It is about:',
    ja1: 'Do you say yes? Then it goes into your plan. Everybody at the table reads it.',
    nee1: 'Do you say no? Then nobody reads it. That is perfectly fine.',
    mag: 'May this be put on the table?',
    ja: 'Yes',
    nee: 'No',
  },
})
