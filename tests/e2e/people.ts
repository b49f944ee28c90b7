import { randomInt } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { Page } from '@playwright/test'
import type { Sql } from '#db/connection.ts'
import { createCookie } from '../helpers/sign-in.ts'
import type { House } from './fixtures.ts'

export const WACHTWOORD = 'samen-aan-tafel-2026'

/** The professionals of the journey, as the directory knows them. */
export const MENSEN = {
  regie: {
    naam: 'Marieke van Dijk',
    organisatie: 'Zorg- en Veiligheidshuis Zwaluwe',
    keten: 'bestuur',
    functie: 'Procesregisseur',
  },
  casushouder: {
    naam: 'Tom de Vries',
    organisatie: 'Reclassering Zwaluwe',
    keten: 'straf',
    functie: 'Reclasseringswerker',
  },
  blijft: {
    naam: 'Ayşe Özdemir',
    organisatie: 'Wijkteam Zuid',
    keten: 'zorg',
    functie: 'Maatschappelijk werker',
  },
  vertrekt: {
    naam: 'Sanne Bakker',
    organisatie: 'Politie Zwaluwe',
    keten: 'straf',
    functie: 'Wijkagent',
  },
} as const
export type Plek = keyof typeof MENSEN

/** Accounts in the house; they sign in by the form. Answers with their e-mail addresses. */
export async function createAccounts(sql: Sql): Promise<Record<Plek, string>> {
  // Cheap: what the form costs is not what this is about.
  const wachtwoordHash = await hash(WACHTWOORD, { memoryCost: 64, timeCost: 1, parallelism: 1 })
  const maak = (plek: Plek) => createAccount(sql, plek, wachtwoordHash)
  return {
    regie: await maak('regie'),
    casushouder: await maak('casushouder'),
    blijft: await maak('blijft'),
    vertrekt: await maak('vertrekt'),
  }
}

async function createAccount(sql: Sql, plek: Plek, wachtwoordHash: string): Promise<string> {
  const { naam, organisatie, keten, functie } = MENSEN[plek]
  const email = `${plek}.${randomInt(1_000_000)}@zwaluwe.example`
  await sql`
    with organisatie as (
      insert into organisatie (naam, keten, convenant_getekend_op)
      values (${organisatie}, ${keten}, '2025-01-15')
      on conflict (naam) do update set keten = excluded.keten returning id)
    insert into gebruiker (organisatie_id, naam, email, functie, telefoon, huisfunctie, wachtwoord_hash)
    select id, ${naam}, ${email}, ${functie}, '076 555 01 42',
      ${plek === 'regie' ? 'procesregisseur' : 'professional'}, ${wachtwoordHash}
    from organisatie`
  return email
}

/** A browser that has signed in already, for tests that begin after that. */
export async function openAs(
  openPage: () => Promise<Page>,
  { server, database }: House,
  gebruikerId: string,
): Promise<Page> {
  const page = await openPage()
  const [name = '', value = ''] = (await createCookie(database.sql, gebruikerId)).split('=')
  await page.context().addCookies([{ name, value, url: server.origin, httpOnly: true }])
  return page
}
