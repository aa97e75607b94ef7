import { createHash, createHmac } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { AppealPage, AppealSubjects } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { ChecklistView, FindingView, InspectionList } from '@dj/shared/follow/finding/finding.schema.ts'
import { FlagList } from '@dj/shared/follow/rating/flag.schema.ts'
import { RectificationPage, RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { DryRunView, RetirementPage, RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { ConflictList, DrawBundle, RoundPage, RoundView, TargetPage } from '@dj/shared/follow/round/round.schema.ts'
import { verifyBundle } from '../../../follow/results/verify-bundle.ts'
import { appealIds, flagId } from './appeals.seed.ts'
import { noticeIds } from '../exit/rectifications.seed.ts'
import { retirementIds } from '../exit/retirements.seed.ts'
import { roundIds } from './rounds.seed.ts'
import { startWorld } from '../server.ts'
import { hmacUnder, sha256 } from './sha256.ts'
import type { World } from '../world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
})

async function call(who: string, method: string, path: string, body?: object) {
  world.me = world.accounts[who]
  const json = { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
  const response = await fetch(new URL(`/api/v1${path}`, location.origin), body === undefined ? { method } : json)
  const text = await response.text()
  return { status: response.status, text, body: z.record(z.string(), z.unknown()).parse(JSON.parse(text)) }
}
const read = async <S extends z.ZodType>(who: string, path: string, schema: S): Promise<z.output<S>> =>
  schema.parse((await call(who, 'GET', path)).body)
const code = async (...asked: Parameters<typeof call>) => (await call(...asked)).body['code']

const { running, closed } = roundIds
const finding = () => world.rounds.findings.find(({ state }) => state === 'final')?.orderId ?? ''

test.each<[string, string, z.ZodType]>([
  ['county1', '/rounds', RoundPage],
  ['member1', '/rounds', RoundPage],
  ['', '/counties/330382/rounds', RoundPage],
  ['county1', `/rounds/${running}`, RoundView],
  ['member1', `/rounds/${closed}`, RoundView],
  ['county1', `/rounds/${running}/targets?limit=50`, TargetPage],
  ['inspector1', `/rounds/${running}/targets`, TargetPage],
  ['', `/rounds/${closed}/bundle`, DrawBundle],
  ['', `/rounds/${closed}/bulletin`, BulletinView],
  ['county1', `/rounds/${closed}/bulletin?draft=true`, BulletinView],
  ['inspector1', '/conflicts', ConflictList],
  ['inspector1', '/inspections', InspectionList],
  ['inspector1', '/checklist', ChecklistView],
  ['secretary1', '/rectifications?mine=true', RectificationPage],
  ['member1', `/rectifications/${noticeIds.green}`, RectificationView],
  ['town1', '/retirements?state=on_notice', RetirementPage],
  ['worker1', `/retirements/${retirementIds.noticed}`, RetirementView],
  ['county1', '/appeals', AppealPage],
  ['county1', '/flags', FlagList],
])('%s reads %s', async (who, path, schema) => {
  const parsed = await read(who, path, schema)
  if (z.object({ items: z.array(z.unknown()) }).safeParse(parsed).success && path !== '/conflicts')
    expect(parsed).toMatchObject({ items: expect.arrayContaining([expect.anything()]) })
})

test('what was found on an order can be read and appealed against', async () => {
  const Findings = z.object({ items: z.array(FindingView) })
  expect((await read('secretary1', `/orders/${finding()}/findings`, Findings)).items).not.toHaveLength(0)
  await read('secretary1', `/orders/${finding()}/appealable`, AppealSubjects)
  const rules = { poorBelow: 0.6, minimumN: 5, notSolvedShare: 0.3, notSolvedMinimumN: 3 }
  DryRunView.parse((await call('county1', 'POST', '/rules/dry-run', rules)).body)
})

test('the published draw is a real one', async () => {
  const verification = await verifyBundle((await call('', 'GET', `/rounds/${closed}/bundle`)).text)
  const results = verification.readable ? verification.results : []
  expect(results.filter(({ ok }) => !ok)).toEqual([])
  expect(results).toHaveLength(10)
})

test.each(['', 'abc', '省'.repeat(40), 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(200)])('digests of %j', (text) => {
  expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
  expect(hmacUnder(text)('message')).toBe(createHmac('sha256', text).update('message').digest('hex'))
})

test('the running round has targets in every state, and five for the first inspector', async () => {
  const { items } = await read('county1', `/rounds/${running}/targets`, TargetPage)
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['waiting', 'inspected', 'excuse_asked', 'excused']))
  const { items: mine } = await read('inspector1', '/inspections', InspectionList)
  expect(mine.length).toBeGreaterThanOrEqual(4)
  expect(mine.map((each) => each.finding?.state)).toEqual(expect.arrayContaining(['draft', 'final', undefined]))
  const { items: notices } = await read('county1', '/rectifications', RectificationPage)
  expect(new Set(notices.map(({ light }) => light))).toEqual(new Set(['green', 'yellow', 'red', null]))
})

test('what the rules forbid is refused in their words', async () => {
  const excused = world.rounds.targets.find(({ state }) => state === 'excuse_asked')?.orderId
  const excuse = `/rounds/${running}/targets/${excused}/excuse/decision`
  const approve = { decision: 'approve', reason: '同意' }
  expect(await code('', 'GET', '/rounds')).toBe('auth.required')
  expect(await code('secretary1', 'GET', '/flags')).toBe('auth.forbidden')
  expect(await code('', 'GET', `/rounds/${running}/bundle`)).toBe('round.not_published')
  expect(await code('county1', 'POST', `/rounds/${running}/freeze`)).toBe('round.frozen_already')
  expect(await code('county1', 'POST', `/rounds/${running}/draw`)).toBe('round.drawn_already')
  expect(await code('county1', 'POST', `/rounds/${running}/close`)).toBe('round.census_incomplete')
  expect(await code('county2', 'POST', excuse, { decision: 'excuse' })).toBe('target.second_person_needed')
  expect(await code('county1', 'POST', `/rounds/${closed}/bulletin`, {})).toBe('bulletin.correction_needed')
  const [notice, retirement] = [`/rectifications/${noticeIds.green}`, `/retirements/${retirementIds.noticed}`]
  expect(await code('secretary1', 'POST', `${notice}/submission`, {})).toBe('rectification.items_missing')
  expect(await code('worker1', 'POST', `${notice}/submission`, {})).toBe('auth.forbidden')
  expect(await code('town1', 'POST', `${retirement}/finalisation`, {})).toBe('retirement.notice_running')
  const proposed = `/retirements/${retirementIds.proposed}/decision`
  expect(await code('town1', 'POST', proposed, approve)).toBe('auth.forbidden')
  expect(await code('county1', 'POST', `/flags/${flagId}/judgement`, {})).toBe('request.invalid')
  const nothing = { decision: 'change', reason: '维持', effect: 'fair', verdict: 'rectify' }
  expect(await code('county1', 'POST', `/appeals/${appealIds.filed}/decision`, nothing)).toBe('appeal.nothing_changed')
})
