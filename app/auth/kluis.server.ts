import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const VERSIE = 1
const IV_IN_BYTES = 12
const TAG_IN_BYTES = 16

/** Keeps what must be read again, such as the secret of an app with codes: a copy of the database does not open it. */
export type Kluis = {
  sluit(tekst: string, waarvoor: string): Buffer
  /** Null for what was closed under another key, for another purpose, or was changed. */
  open(gesloten: Uint8Array, waarvoor: string): string | null
  /** To find something again by, of which the database is not to know what it is. */
  merk(tekst: string, waarvoor: string): string
}

/** AES-256-GCM, with a key of its own from the secret of the installation. `waarvoor` ties it to its row. */
export function createKluis(secret: string): Kluis {
  const sleutel = Buffer.from(hkdfSync('sha256', secret, '', 'focustafel.kluis.1', 32))
  const merksleutel = Buffer.from(hkdfSync('sha256', secret, '', 'focustafel.merk.1', 32))

  return {
    sluit(tekst, waarvoor) {
      const iv = randomBytes(IV_IN_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sleutel, iv).setAAD(Buffer.from(waarvoor))
      const inhoud = Buffer.concat([cipher.update(tekst, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([VERSIE]), iv, cipher.getAuthTag(), inhoud])
    },
    open(gesloten, waarvoor) {
      const bytes = Buffer.from(gesloten)
      const begin = 1 + IV_IN_BYTES + TAG_IN_BYTES
      if (bytes.length < begin || bytes[0] !== VERSIE) return null
      const decipher = createDecipheriv(
        'aes-256-gcm',
        sleutel,
        bytes.subarray(1, 1 + IV_IN_BYTES),
        {
          authTagLength: TAG_IN_BYTES,
        },
      )
      decipher.setAAD(Buffer.from(waarvoor)).setAuthTag(bytes.subarray(1 + IV_IN_BYTES, begin))
      try {
        return decipher.update(bytes.subarray(begin), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null
      }
    },
    merk(tekst, waarvoor) {
      return createHmac('sha256', merksleutel).update(`${waarvoor}\n${tekst}`).digest('hex')
    },
  }
}
