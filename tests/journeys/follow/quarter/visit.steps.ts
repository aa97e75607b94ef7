import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { sayWhatToDo } from '../../../support/inspecting.ts'
import { aPhoto } from '../../../support/photos.ts'
import type { Cast } from './county.ts'

export type Judgement = 'pass' | 'rectify' | 'poor'
export type Judgements = Map<string, Judgement>

const heard = {
  pass: { effect: '好', verdict: '通过', grade: '5', words: '现场与填报一致，群众反映良好。' },
  rectify: { effect: '一般', verdict: '限期整改', grade: '3', words: '活动如期开展，签到材料不全。' },
  poor: { effect: '差', verdict: '限期整改', grade: '2', words: '填报已开展两次，现场只查到一次。' },
} as const

const tick = (page: Page, group: RegExp, choice: string) =>
  page.getByRole('group', { name: group }).getByLabel(choice, { exact: true }).check()

let shade = 40
/** Everything the checklist asks about the order on the page, and what the inspector makes of it. */
async function fillInVisit(page: Page, judgement: Judgement): Promise<void> {
  const { effect, verdict, grade, words } = heard[judgement]
  await tick(page, /填报的进展与现场情况一致/, judgement === 'poor' ? '否' : '是')
  if (judgement === 'poor') await page.getByLabel('不一致之处').fill('填报两次，实际一次')
  await tick(page, /过程记录/, judgement === 'pass' ? '是' : '否')
  if (judgement !== 'pass') await page.getByLabel('缺少的记录').fill('签到表')
  await tick(page, /实质效果/, grade)
  await tick(page, /满意情况/, grade)
  shade += 7
  const photo = { name: '现场.png', mimeType: 'image/png', buffer: Buffer.from(aPhoto({ shade })) }
  await page.getByLabel('拍照或选图').setInputFiles(photo)
  await page.getByRole('img', { name: '第 1 张照片', exact: true }).waitFor()
  await page.getByRole('group', { name: '效果', exact: true }).getByLabel(effect, { exact: true }).check()
  await page.getByRole('group', { name: '处理意见' }).getByRole('radio', { name: verdict }).check()
  if (judgement !== 'pass') await sayWhatToDo(page)
  await page.getByRole('textbox', { name: /^现场情况/ }).fill(words)
}

async function submitVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交结论' }).click()
  await page.getByText('结论已提交，不能再改。').waitFor()
  await page.getByRole('region', { name: '通知' }).getByRole('button', { name: '关闭' }).click()
}

/** The titles on an inspector's list, place by place. */
export const listed = (page: Page): Promise<string[]> =>
  page.locator('.inspection-card').getByRole('link').allTextContents()

/** Of the C orders, the first anybody meets is found poor, the next one wanting; everything else passes. */
export function judge(titles: readonly string[], cast: Pick<Cast, 'titles'>, judgements: Judgements): void {
  const kept = ['poor', 'rectify'] as const
  for (const title of titles.filter((each) => cast.titles.C.includes(each)))
    judgements.set(title, kept[judgements.size] ?? 'pass')
}

/** Goes from order to order; `lookAt` sees each form filled in, before it is sent. */
export async function visitEach(
  page: Page,
  titles: readonly string[],
  judgements: Judgements,
  lookAt: (judgement: Judgement) => Promise<unknown>,
): Promise<void> {
  for (const title of titles) {
    const judgement = judgements.get(title) ?? 'pass'
    await page.getByRole('link', { name: title }).click()
    await fillInVisit(page, judgement)
    await lookAt(judgement)
    await submitVisit(page)
    await page.goBack()
  }
}

/** Whoever inspects has as much to do as the others, give or take one; A orders are seen by two. */
export function expectFairLists(lists: readonly (readonly string[])[], { titles }: Pick<Cast, 'titles'>): void {
  const loads = lists.map(({ length }) => length)
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
  for (const title of titles.A) expect(lists.filter((list) => list.includes(title))).toHaveLength(2)
  for (const title of titles.B) expect(lists.filter((list) => list.includes(title))).toHaveLength(1)
  expect(lists.flat().filter((title) => titles.C.includes(title))).toHaveLength(6)
}
