import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

type Opties = {
  origin: string
  challenge: string
  /** As an attacker, a copy or a broken one would. */
  rpId?: string
  teller?: number
  vlaggen?: number
}

const AANWEZIG = 0x01
const GECONTROLEERD = 0x04
const MET_SLEUTEL = 0x40
export const ZONDER_CONTROLE = AANWEZIG

/** A security key in software: what it signs is right, unless a test asks it to do wrong. */
export function createAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let teller = 0

  return {
    id: id.toString('base64url'),
    register({ vlaggen = AANWEZIG | GECONTROLEERD, ...opties }: Opties): string {
      const sleutel = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ])
      const lengte = Buffer.from([0, id.length])
      const authData = Buffer.concat([
        kopOf(opties, vlaggen | MET_SLEUTEL, opties.teller ?? 0),
        Buffer.alloc(16),
        lengte,
        id,
        sleutel,
      ])
      const attestationObject = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([authData.length]),
        authData,
      ])
      return JSON.stringify({
        ...naamOf(id),
        response: {
          clientDataJSON: clientData('webauthn.create', opties).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
        },
      })
    },
    sign({ vlaggen = AANWEZIG | GECONTROLEERD, ...opties }: Opties): string {
      teller = opties.teller ?? teller + 1
      const authData = kopOf(opties, vlaggen, teller)
      const data = clientData('webauthn.get', opties)
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(data)]))
        .sign(privateKey)
      return JSON.stringify({
        ...naamOf(id),
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      })
    },
  }
}

function naamOf(id: Buffer) {
  const naam = id.toString('base64url')
  return { id: naam, rawId: naam, type: 'public-key', clientExtensionResults: {} }
}

function kopOf({ origin, rpId }: Opties, vlaggen: number, teller: number): Buffer {
  const getal = Buffer.alloc(4)
  getal.writeUInt32BE(teller)
  return Buffer.concat([sha256(rpId ?? new URL(origin).hostname), Buffer.from([vlaggen]), getal])
}

function clientData(type: string, { origin, challenge }: Opties): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function sha256(data: Buffer | string): Buffer {
  return createHash('sha256').update(data).digest()
}
