import type { Page } from 'playwright-core'
import { aPhoto } from './photos.ts'

/** A picture as a phone hands it over. */
export const aPicture = (shade: number) => ({
  name: '现场.png',
  mimeType: 'image/png',
  buffer: Buffer.from(aPhoto({ shade, width: 320, height: 200 })),
})

export interface Seen {
  /** What is missing from the records; they are complete without it. */
  missing?: string
  effect: '好' | '一般' | '差'
  verdict: '通过' | '限期整改' | '建议退出'
  words: string
}

/** Fills in the default checklist as somebody standing there taps it in, and submits. */
export async function inspect(page: Page, { missing, effect, verdict, words }: Seen): Promise<void> {
  const answer = (question: RegExp, label: string) =>
    page.getByRole('group', { name: question }).getByLabel(label, { exact: true }).check()
  await answer(/填报的进展与现场情况一致/, '是')
  await answer(/过程记录/, missing === undefined ? '是' : '否')
  if (missing !== undefined) await page.getByLabel('缺少的记录').fill(missing)
  await answer(/实质效果/, '3')
  await answer(/满意情况/, '3')
  await page.getByLabel('拍照或选图').setInputFiles(aPicture(90))
  await answer(/^效果$/, effect)
  await page.getByRole('group', { name: '处理意见' }).getByLabel(verdict).check()
  if (verdict === '限期整改') await sayWhatToDo(page)
  await page.getByRole('textbox', { name: /^现场情况/ }).fill(words)
  await page.getByRole('button', { name: '提交结论' }).click()
  await page.getByText('结论已提交，不能再改。').waitFor()
}

/** Of each failed check on the page: what is to be done. */
export async function sayWhatToDo(page: Page): Promise<void> {
  for (const field of await page.getByLabel(/^整改要求：/).all()) await field.fill('限期补齐并长期保持')
}
