import { useEffect, useState } from 'react'

/** The clock of the server, a tick per second. On the first paint it is what the server said, so that both say the same. */
export function useNu(serverNu: number): number {
  const [nu, setNu] = useState(serverNu)

  useEffect(() => {
    const verschil = serverNu - Date.now()
    const tik = () => setNu(Date.now() + verschil)
    tik()
    const timer = setInterval(tik, 1000)
    return () => clearInterval(timer)
  }, [serverNu])

  return nu
}
