import { expect, test } from './fixtures.ts'

test('the first page is a place to sign in, without any complaint of the browser', async ({
  page,
}) => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))

  const response = await page.goto('/inloggen')

  expect(response?.status()).toBe(200)
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect([...hosts]).toEqual([new URL(page.url()).host])
})

test('a page that is not there says so in Dutch, and nothing else', async ({ page }) => {
  const response = await page.goto('/dit/bestaat/niet')

  expect(response?.status()).toBe(404)
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
  expect(await response?.text()).not.toMatch(/at .*\.(js|ts):\d+|node_modules/)
})
