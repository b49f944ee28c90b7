import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { createTestDatabase } from '../helpers/database.ts'

const EERSTE = '0001_focustafel.sql'

async function createFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'focustafel-migrations-'))
  return {
    folder,
    write: (name: string, text: string) => writeFile(join(folder, name), text),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

test('a migration runs once, also when two processes start together', async () => {
  await using database = await createTestDatabase()
  await database.sql`drop table migratie`
  await using files = await createFolder()
  await files.write('0001_huis.sql', 'create table huis (id integer); insert into huis values (1);')

  const ran = await Promise.all([1, 2, 3].map(() => migrate(database.sql, files.folder)))

  expect(ran.flat()).toEqual(['0001_huis.sql'])
  expect(await database.sql`select id from huis`).toHaveLength(1)
})

test('a migration that fails leaves nothing, and says which it was', async () => {
  await using database = await createTestDatabase()
  await database.sql`drop table migratie`
  await using files = await createFolder()
  await files.write('0001_huis.sql', 'create table huis (id integer); select 1 / 0;')

  await expect(migrate(database.sql, files.folder)).rejects.toThrow('0001_huis.sql failed')
  await files.write('0001_huis.sql', 'create table huis (id integer);')
  expect(await migrate(database.sql, files.folder)).toEqual(['0001_huis.sql'])
})

test('a migration that ran and was changed afterwards stops the start', async () => {
  await using database = await createTestDatabase()
  await using files = await createFolder()
  await files.write(EERSTE, 'select 1;')

  await expect(migrate(database.sql, files.folder)).rejects.toThrow('never change a migration')
})

test('a database that ran more than this program knows stops the start', async () => {
  await using database = await createTestDatabase()
  await using files = await createFolder()
  await cp('db/migrations', files.folder, { recursive: true })
  const nummer = String((await readdir(files.folder)).length + 1).padStart(4, '0')
  const later = `${nummer}_later.sql`
  await files.write(later, 'create table later (id integer);')
  expect(await migrate(database.sql, files.folder)).toEqual([later])

  await rm(join(files.folder, later))
  await expect(migrate(database.sql, files.folder)).rejects.toThrow('newer than this program')
})

test('a gap in the numbers of the migrations stops the start', async () => {
  await using database = await createTestDatabase()
  await using files = await createFolder()
  await files.write('0002_huis.sql', 'select 1;')

  await expect(migrate(database.sql, files.folder)).rejects.toThrow('without gaps')
})
