import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { shot } from './browser.ts'

/** A4 at 96 dots an inch. */
const paper = { width: 794, height: 1123 }

/** What comes out of the printer, as a PDF and as a picture of it, for people to look at; on how many sheets. */
export async function printed(page: Page, name: string): Promise<number> {
  const before = page.viewportSize()
  const pdf = await page.pdf({ format: 'A4', printBackground: true })
  const path = join(import.meta.dirname, '../../.artifacts', `${name}.pdf`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, pdf)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(paper)
  await shot(page, `${name}-print`, { whole: true })
  await page.emulateMedia({ media: null })
  if (before !== null) await page.setViewportSize(before)
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
