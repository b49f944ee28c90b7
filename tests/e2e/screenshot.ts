import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const MAP = process.env.SCREENSHOTS

type Opties = { fullPage?: boolean }

/** Pictures of a test to look at, in the folder that SCREENSHOTS names; without it there are none. */
export async function screenshot(page: Page, name: string, opties: Opties = {}): Promise<void> {
  if (!MAP) return
  await mkdir(MAP, { recursive: true })
  await page.screenshot({ path: join(MAP, `${name}.png`), ...opties })
}
