import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { sha256 } from '../../../support/ceremony.ts'
import type { Cast } from './county.ts'

/** The round says that it is there. */
export const stands = (page: Page, state: string) => page.getByText(state, { exact: true }).first().waitFor()

/** Presses, and presses again in the dialog that asks whether one means it. */
export async function confirm(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: act, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The county's plan for the quarter; answers where its round lives. */
export async function openTheRound(page: Page, { holders }: Cast): Promise<string> {
  await page.getByRole('button', { name: '开启一轮' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('应结束日期').fill('2026-12-31')
  for (const [i, { alias }] of holders.entries()) {
    await sheet.getByRole('searchbox', { name: `种子保管人 ${i + 1}` }).fill(alias)
    await sheet.getByRole('button', { name: new RegExp(alias) }).click()
  }
  await sheet.getByRole('textbox', { name: '公共随机值', exact: true }).fill('2026年11月22日双色球开奖号码')
  await sheet.getByLabel('随机值记法').fill('## ## ## ## ## ## + ##')
  await sheet.getByLabel('公共随机值公布日期').fill('2026-11-22')
  await sheet.getByRole('button', { name: '开启并公布计划' }).click()
  await page.waitForURL(/\/rounds\/[\da-f-]{36}$/)
  await page.getByRole('heading', { name: '2026年第4季度跟单' }).waitFor()
  return new URL(page.url()).pathname
}

/** A holder keeps the seed on this device and as a file, and publishes what binds to it; answers the seed in the file. */
export async function commit(page: Page): Promise<string> {
  await page.getByRole('button', { name: '选种子并提交承诺值' }).click()
  const dialog = page.getByRole('dialog')
  const saving = page.waitForEvent('download')
  await dialog.getByRole('link', { name: '下载备份' }).click()
  const seed = (await readFile(await (await saving).path(), 'utf8')).trim()
  await dialog.getByLabel('我已另存一份种子').check()
  await dialog.getByRole('button', { name: '公布承诺值' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(sha256(seed)).waitFor()
  expect(await page.locator('main').innerText()).not.toContain(seed)
  return seed
}

/** The holder's own device still knows the seed; on another one it is typed in from the backup. */
export async function reveal(page: Page, seed: string, { from }: { from: 'device' | 'backup' }): Promise<void> {
  await page.getByRole('button', { name: '公布种子', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const field = dialog.getByRole('textbox', { name: '种子' })
  expect(await field.inputValue()).toBe(from === 'device' ? seed : '')
  await field.fill(seed)
  await dialog.getByRole('button', { name: '公布种子', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

export async function typeTheValue(page: Page, value: string): Promise<void> {
  await page.getByRole('button', { name: '录入公共随机值' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('公共随机值').fill(value)
  await dialog.getByRole('button', { name: '录入', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
