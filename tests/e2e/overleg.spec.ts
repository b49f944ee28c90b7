import { test } from './fixtures.ts'
import { beginJourney, everybodySignsIn } from './journey.ts'
import * as afterwards from './journey-afterwards.ts'
import * as table from './journey-client-sits.ts'
import * as preparation from './journey-preparation.ts'
import * as vooroverleg from './journey-vooroverleg.ts'

const PIN = '48261'

test('a whole overleg in five browsers, from an empty form to an actie that is done', async ({
  house,
  openPage,
}) => {
  test.setTimeout(400_000)
  const { step } = test
  await using journey = await beginJourney(house, openPage)

  await step('everybody signs in', () => everybodySignsIn(journey))
  await step('the overleg is made in the form', () => preparation.makeOverleg(journey))
  const letter = await step('the letter', () => preparation.makeLetter(journey))
  await step('the cliënt comes early', () => preparation.clientComesEarly(journey, letter))
  await step('the partners come in', () => preparation.everybodyComesIn(journey))

  await step('start: the vraag is there', () => vooroverleg.startOverleg(journey))
  await step('[F4] not on without a vraag', () => vooroverleg.finishVraagstelling(journey))
  await step('three write at once', () => vooroverleg.threeWriteAtOnce(journey))
  await step('a hand goes up', () => vooroverleg.handGoesUp(journey))
  await step('[D1] a reload in mid-typing', () => vooroverleg.reloadInMidTyping(journey))
  await step('[D2] a dropped connection', () => vooroverleg.connectionDrops(journey))
  await step('five minutes more', () => vooroverleg.silentTime(journey))
  await step('on to oordeelsvorming', () => vooroverleg.finishBeeldvorming(journey))
  await step('[D3] a text that comes too late', () => vooroverleg.lateText(journey))

  await step('[T1] [F5] the cliënt cannot sit down yet', () => table.notYet(journey))
  await step('the samenvatting', () => table.writeSamenvatting(journey))
  await step('[P6] an actie of who leaves', () => table.actieOfWhoLeaves(journey))
  await step('[T2] the cliënt sits down', () => table.clientSitsDown(journey))
  await step('the cliënt reads along', () => table.clientReadsAlong(journey))
  await step('acties written together', () => table.writeActiesTogether(journey))
  await step('[K3] what the cliënt thinks', () => table.clientSaysWhatHeThinks(journey))
  await step('the cliënt asks to speak', () => table.clientAsksToSpeak(journey))
  await step('[S5] the cliënt chooses a PIN', () => table.clientChoosesPin(journey, PIN))
  await step('[T5] back to the wachtkamer, and again', () => table.backAndAgain(journey))
  await step('the procesregisseur looks along', () => table.lookAlong(journey))

  await step('[F4] not vastgesteld yet', () => afterwards.notYetVastgesteld(journey))
  await step('[P1] vastgesteld', () => afterwards.stelVast(journey))
  const later = await step('[P3] the week after', () => afterwards.casushouderUpdates(journey))
  const thuis = await step('[P3] at home', () => afterwards.clientReadsPlan(journey, letter, PIN))
  await step('[P3] the casushouder sees it', () => afterwards.casushouderSeesIt(later))
  await step('[K7] what is not right', () => afterwards.casushouderAnswers(later, thuis))
})
