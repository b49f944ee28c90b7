import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file below a folder in which this word can be read, byte for byte. */
export async function listFilesWith(folder: string, woord: string): Promise<string[]> {
  const found: string[] = []
  for await (const item of glob('**/*', { cwd: folder, withFileTypes: true })) {
    if (!item.isFile()) continue
    const path = join(item.parentPath, item.name)
    if ((await readFile(path)).includes(woord)) found.push(path)
  }
  return found
}
