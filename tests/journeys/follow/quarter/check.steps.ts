import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What anybody downloads from the public page to compute the draw on a machine of their own. */
export async function downloads(page: Page): Promise<{ bundle: Buffer; program: Buffer }> {
  const take = async (name: string) => {
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    return readFile(await (await saving).path())
  }
  return { bundle: await take('下载复核包'), program: await take('下载复核程序') }
}

/** One byte of the frame is another one. */
function oneByteChanged(bundle: Buffer): Buffer {
  const changed = Buffer.from(bundle)
  const place = changed.indexOf('"frame":[["') + '"frame":[["'.length
  changed.writeUInt8(changed.readUInt8(place) === 0x30 ? 0x31 : 0x30, place)
  return changed
}

/** `node verify-draw.mjs bundle.json` as somebody at home runs it. */
async function recompute(program: Buffer, bundle: Buffer): Promise<{ code: number | null; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'dj-at-home-'))
  await writeFile(join(folder, 'verify-draw.mjs'), program)
  await writeFile(join(folder, 'bundle.json'), bundle)
  const answer = await new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['verify-draw.mjs', 'bundle.json'],
      { cwd: folder },
      (_error, out, wrong) => resolve({ code: child.exitCode, said: out + wrong }),
    )
  })
  await rm(folder, { recursive: true })
  return answer
}

/** The program agrees with what was published and with nothing else, and so does the page; answers what was published. */
export async function checkAtHome(page: Page): Promise<Buffer> {
  const { bundle, program } = await downloads(page)
  const changed = oneByteChanged(bundle)
  expect(await recompute(program, bundle)).toMatchObject({ code: 0, said: expect.stringContaining('2026Q4') })
  expect(await recompute(program, changed)).toMatchObject({ code: 1 })
  const file = { name: 'bundle.json', mimeType: 'application/json', buffer: changed }
  await page.getByLabel('复核手头的复核包').setInputFiles(file)
  await page.getByText(/步不相符，见下/).waitFor()
  return bundle
}
