import { addDagen, addMaanden, type Datum } from './datum.ts'

/** When the casushouder is asked how it goes. P4 (evaluatie 2016, 433-437) */
export type Monitoringmoment = {
  termijn: '1 week' | '1 maand' | '3 maanden' | '6 maanden'
  datum: Datum
}

export function planMonitoring(vastgesteld: Datum): Monitoringmoment[] {
  return [
    { termijn: '1 week', datum: addDagen(vastgesteld, 7) },
    { termijn: '1 maand', datum: addMaanden(vastgesteld, 1) },
    { termijn: '3 maanden', datum: addMaanden(vastgesteld, 3) },
    { termijn: '6 maanden', datum: addMaanden(vastgesteld, 6) },
  ]
}
