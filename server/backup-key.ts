import { existsSync, writeFileSync } from 'node:fs'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'

const USE = `Makes the pair of keys of the backups.

  npm run backup:key -- focustafel-backup.key

The file opens every backup: keep it where the server and the backups are not, twice. What is printed goes into
BACKUP_RECIPIENT; it can only close.
`

try {
  process.stdout.write(await main(process.argv[2]))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USE}`)
  process.exitCode = 1
}

async function main(path: string | undefined): Promise<string> {
  if (!path) throw new Error('Name the file that the key comes in')
  if (existsSync(path)) throw new Error(`${path} is there already`)
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  writeFileSync(path, `# Opens the backups that were made for ${recipient}\n${identity}\n`, {
    mode: 0o600,
    flag: 'wx',
  })
  return `BACKUP_RECIPIENT=${recipient}\n`
}
