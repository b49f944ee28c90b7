type Grens = { tegelijk: number; wachtend: number }

type Drempel = {
  /** Null when so many wait already that it is better to say so. */
  run<Value>(werk: () => Promise<Value>): Promise<Value> | null
}

/** Does so much at a time, and lets so many wait for it; who comes after those is sent away at once. */
export function createDrempel({ tegelijk, wachtend }: Grens): Drempel {
  const rij: (() => void)[] = []
  let bezig = 0

  async function uitvoeren<Value>(werk: () => Promise<Value>): Promise<Value> {
    if (bezig >= tegelijk) await new Promise<void>((resolve) => rij.push(resolve))
    else bezig += 1
    try {
      return await werk()
    } finally {
      // The place goes to the next in line; only without one it is free.
      const volgende = rij.shift()
      if (volgende) volgende()
      else bezig -= 1
    }
  }

  return {
    run: (werk) => (bezig >= tegelijk && rij.length >= wachtend ? null : uitvoeren(werk)),
  }
}
