import type { Page } from 'playwright-core'
import { sealEvents } from '@dj/api/platform/seal/seal-events.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { afterAll, beforeAll, expect } from 'vitest'
import { axeClean, shot } from '../../support/browser.ts'
import { type Arrive, test } from '../../support/browser-test.ts'
import { checkAtHome, downloads } from './quarter/check.steps.ts'
import { type Cast, populate } from './quarter/county.ts'
import { commit, confirm, openTheRound, reveal, stands, typeTheValue } from './quarter/draw.steps.ts'
import { look, Story } from './quarter/story.ts'
import { expectFairLists, judge, type Judgements, listed, visitEach } from './quarter/visit.steps.ts'

let story: Story
let cast: Cast
let round: string
/** Two desks of the county, open until the end: what others do appears there by itself. */
let lead: Page
let second: Page

beforeAll(async () => {
  story = await Story.begin()
  cast = await populate(story.world)
})
afterAll(() => story.end())

test('a whole quarter: planned, committed to, frozen, drawn before everybody, inspected, rectified, closed by two, published, checked by anybody', async ({
  arrive,
}) => {
  await plan(arrive)
  const holders = await commitAndFreeze(arrive)
  await revealAndType(arrive, holders)
  await drawOnTheWall()
  await assign()
  const { poor, excused } = await inspect(arrive)
  await excuse(excused)
  await openTheNotice(arrive, poor)
  await closeByTwo()
  await signTheBulletin()
  const anybody = await readAsAnybody(arrive)
  const bundle = await checkTheDraw(anybody)
  await staysAsItIs(anybody, bundle)
})

async function plan(arrive: Arrive): Promise<void> {
  lead = await story.arrive(arrive, cast.lead, '/rounds')
  round = await openTheRound(lead, cast)
  await axeClean(lead)
  await look(lead, '01-planned')
}

interface Holders {
  first: Page
  seeds: readonly [string, string]
}

async function commitAndFreeze(arrive: Arrive): Promise<Holders> {
  const first = await story.arrive(arrive, cast.holders[0], round, { size: 'phone' })
  const seed = await commit(first)
  const other = await commit(await story.arrive(arrive, cast.holders[1], round))
  await story.moveTo('11-19', '09:00')
  await confirm(lead, '冻结名单')
  await lead.getByText('名单共 12 个项目').waitFor()
  await look(lead, '02-frozen')
  return { first, seeds: [seed, other] }
}

/** On the day of the public value: one holder at the same device, the other at another one, and a colleague who will not draw. */
async function revealAndType(arrive: Arrive, { first, seeds }: Holders): Promise<void> {
  await story.moveTo('11-22', '21:30')
  await first.reload()
  await reveal(first, seeds[0], { from: 'device' })
  const elsewhere = await story.arrive(arrive, cast.holders[1], round, { size: 'phone' })
  await reveal(elsewhere, seeds[1], { from: 'backup' })
  second = await story.arrive(arrive, cast.second, round)
  await typeTheValue(second, '03 11 17 22 28 31 + 09')
  await second.getByRole('button', { name: '抽签', exact: true, disabled: true }).waitFor()
}

async function drawOnTheWall(): Promise<void> {
  await story.moveTo('11-23', '09:00')
  await lead.goto(`${round}/ceremony`)
  await lead.getByRole('button', { name: '抽签', exact: true }).click()
  await lead.getByRole('heading', { name: '抽查 6 项，另逐项检查 4 项' }).waitFor()
  await axeClean(lead)
  await shot(lead, 'journeys/quarter-03-ceremony')
  await lead.getByRole('button', { name: /退出投屏/ }).click()
}

async function assign(): Promise<void> {
  await lead.getByRole('button', { name: '分派检查员' }).click()
  await lead.getByRole('dialog').getByRole('button', { name: '分派检查员' }).click()
  await stands(lead, '检查中')
  await lead.getByText('共 4 条').waitFor() // whoever drew does not see what was drawn
  await look(lead, '04-running')
}

/** Three inspectors, each with their own list; one order is found poor, one wanting. One B order nobody can get to. */
async function inspect(arrive: Arrive): Promise<{ poor: string; excused: string }> {
  await story.moveTo('11-26', '15:00')
  const excused = must(cast.titles.B[0], 'a B order')
  const judgements: Judgements = new Map()
  const lists: string[][] = []
  for (const [i, inspector] of cast.inspectors.entries()) {
    const device = i === 0 ? 'phone' : 'tablet'
    const page = await story.arrive(arrive, inspector, '/inspections', { size: device })
    await page.locator('.inspection-card').first().waitFor()
    await look(page, `05-list-${device}`)
    const titles = await listed(page)
    lists.push(titles)
    judge(titles, cast, judgements)
    const visits = titles.filter((title) => title !== excused)
    await visitEach(page, visits, judgements, (judgement) => look(page, `06-visit-${judgement}-${device}`))
  }
  expectFairLists(lists, cast)
  return { poor: must([...judgements].find(([, judgement]) => judgement === 'poor')?.[0], 'a poor one'), excused }
}

async function excuse(title: string): Promise<void> {
  await lead.reload()
  await lead.getByRole('button', { name: `申请免检：${title}` }).click()
  const dialog = lead.getByRole('dialog')
  await dialog.getByLabel('原因').fill('站点因台风受损封闭，本季度无法到场')
  await dialog.getByRole('button', { name: '申请免检' }).click()
  await lead.getByRole('button', { name: '同意免检', disabled: true }).waitFor()
  await confirm(second, '同意免检')
  await second.getByText('站点因台风受损封闭').waitFor()
  await look(second, '07-board')
}

/** The owner reads what was found and what to do by when. */
async function openTheNotice(arrive: Arrive, title: string): Promise<void> {
  const of = cast.titles.C.indexOf(title) < 4 ? cast.secretaries[0] : cast.secretaries[1]
  const owner = await story.arrive(arrive, of, '/rectifications', { elder: true, size: 'phone' })
  await owner.getByRole('link', { name: title }).click()
  await owner.getByText('填报的进展与现场情况一致：否。填报两次，实际一次').first().waitFor()
  await owner.getByText('还剩 15 个工作日').waitFor()
  await owner.getByText('12月17日').first().waitFor()
  await axeClean(owner)
  await look(owner, '08-notice-elder')
}

async function closeByTwo(): Promise<void> {
  await story.moveTo('12-21', '09:00')
  await lead.reload()
  await confirm(lead, '提请结束本轮')
  await stands(lead, '待确认结束')
  await lead.getByRole('button', { name: '确认结束本轮', disabled: true }).waitFor()
  await story.moveTo('12-21', '16:00')
  await confirm(second, '确认结束本轮')
  await stands(second, '已结束')
  await second.getByText('共 10 条').waitFor()
  await look(second, '09-closed')
}

/** After the nightly seal: what the county says, with the end of its chain of events below it. */
async function signTheBulletin(): Promise<void> {
  const { hash } = await sealEvents(story.world.deps, story.world.county.id)
  await story.moveTo('12-22', '10:00')
  await lead.reload()
  await lead.getByRole('link', { name: '核对并签发通报' }).click()
  await lead.getByText(hash).first().waitFor()
  await confirm(lead, '签发并公布')
  await look(lead, '10-bulletin')
}

async function readAsAnybody(arrive: Arrive): Promise<Page> {
  const results = `/results/${story.world.county.id}`
  const abroad = await story.arrive(arrive, null, results, { language: 'en' })
  await abroad.getByRole('link', { name: 'Q4 2026', exact: true }).click()
  await abroad.getByRole('button', { name: 'Check the draw' }).waitFor()
  await look(abroad, '11-result-en')
  const anybody = await story.arrive(arrive, null, results)
  await anybody.getByRole('link', { name: '2026年第4季度', exact: true }).click()
  await anybody.getByRole('link', { name: '查看通报' }).click()
  await anybody.getByRole('heading', { name: /乐清市2026年第四季度.*通报/ }).waitFor()
  await anybody.goBack()
  return anybody
}

async function checkTheDraw(anybody: Page): Promise<Buffer> {
  await anybody.getByRole('button', { name: '开始复核' }).click()
  await anybody.getByText('全部相符：12 个项目的名单，抽签结果无误。').waitFor()
  await axeClean(anybody)
  await look(anybody, '12-checked')
  return checkAtHome(anybody)
}

/** Nobody is offered anything more, nothing is taken, and what was published is the same to the byte. */
async function staysAsItIs(anybody: Page, bundle: Buffer): Promise<void> {
  await lead.goto(round)
  await stands(lead, '已结束')
  for (const verb of ['freeze', 'draw', 'close', 'close/confirmation'])
    expect(await story.world.as(cast.lead).post(`${round}/${verb}`)).toMatchObject({ status: 409 })
  expect((await downloads(anybody)).bundle.equals(bundle)).toBe(true)
}
