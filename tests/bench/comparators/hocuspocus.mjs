// The usual configuration: fetch and store the whole document, the debounce of the package.
import process from 'node:process'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import postgres from 'postgres'

const sql = postgres(process.env.DATABASE_URL, { max: 10, onnotice: () => {} })
await sql`create table if not exists hocuspocus_document (name text primary key, data bytea not null)`

const server = new Server({
  address: process.env.HOST,
  port: Number(process.env.PORT),
  quiet: true,
  extensions: [
    new Database({
      async fetch({ documentName }) {
        const [row] = await sql`select data from hocuspocus_document where name = ${documentName}`
        return row?.data ?? null
      },
      async store({ documentName, state }) {
        await sql`
          insert into hocuspocus_document (name, data) values (${documentName}, ${state})
          on conflict (name) do update set data = excluded.data`
      },
    }),
  ],
})
await server.listen()
