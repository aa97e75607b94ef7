import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { FindingView, InspectionList } from '@dj/shared/follow/finding/finding.schema.ts'
import { SlipReport } from '@dj/shared/follow/finding/slip.schema.ts'
import { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { addDays, civilDateOf, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { verifyBundle } from '../../../follow/results/verify-bundle.ts'
import { ids } from '../county/county.world.ts'
import { inspectorIds } from './inspectors.world.ts'
import { newId } from '../build/market.ts'
import { noticeIds } from '../exit/rectifications.seed.ts'
import { retirementIds } from '../exit/retirements.seed.ts'
import { roundIds } from './rounds.seed.ts'
import { startWorld } from '../server.ts'
import { sha256 } from './sha256.ts'
import type { World } from '../world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
})

async function call(who: string, method: string, path: string, body?: object) {
  world.me = world.accounts[who]
  const json = { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
  const response = await fetch(new URL(`/api/v1${path}`, location.origin), body === undefined ? { method } : json)
  return response.text()
}
const post = async <S extends z.ZodType>(who: string, path: string, schema: S, body?: object): Promise<z.output<S>> =>
  schema.parse(JSON.parse(await call(who, 'POST', path, body)))
const Refused = z.object({ code: z.string() })
const code = async (who: string, path: string, body?: object) => (await post(who, path, Refused, body)).code

const answers = { progress_real: true, records_complete: true, real_effect: 4, satisfaction: 4 }
const writing = (wish: object) => {
  const blank = { id: newId(), checklistVersion: 1, answers: {}, effect: null, verdict: null, words: '写到一半' }
  return { ...blank, callBack: null, attachmentIds: [], writtenAt: new Date().toISOString(), baseVersion: 0, ...wish }
}

/** Plans a round whose public value appears tomorrow, in place of the running one. */
async function plan(): Promise<string> {
  world.rounds.rounds.splice(0)
  world.rounds.targets.splice(0)
  const today = civilDateOf(new Date())
  const dates = { dueOn: addDays(today, 30), publicValueOn: addDays(today, 1), publicValueSource: '福利彩票开奖号码' }
  const publicValueNotation = '## ## ##'
  const input = {
    quarter: quarterOf(new Date()),
    seedHolderIds: [ids.secretary, ids.organizer],
    ...dates,
    publicValueNotation,
  }
  const { id, next } = await post('county1', '/rounds', RoundView, input)
  expect(next).toEqual(['abort'])
  expect(await code('county1', '/rounds', input)).toBe('round.exists')
  return `/rounds/${id}`
}

test('a round goes from its plan to its published draw', async () => {
  const round = await plan()
  const [one, two] = ['1'.repeat(64), '2'.repeat(64)]
  expect(await code('county1', `${round}/freeze`)).toBe('round.commitments_missing')
  expect(await code('member1', `${round}/commitment`, { commitment: sha256(one) })).toBe('round.not_holder')
  await post('secretary1', `${round}/commitment`, RoundView, { commitment: sha256(one) })
  await post('town1', `${round}/commitment`, RoundView, { commitment: sha256(two) })
  await post('county1', `${round}/freeze`, RoundView)
  expect(await code('secretary1', `${round}/seed`, { seed: two })).toBe('round.seed_mismatch')
  await post('secretary1', `${round}/seed`, RoundView, { seed: one })
  expect(await code('county1', `${round}/fallback`, { position: 2, reason: '未公布' })).toBe('round.fallback_too_early')
  await post('town1', `${round}/seed`, RoundView, { seed: two })
  expect(await code('county2', `${round}/public-value`, { value: '1' })).toBe('round.value_too_early')
  aDayPasses()
  await post('county2', `${round}/public-value`, RoundView, { value: '03 08 14' })
  expect(await code('county2', `${round}/draw`)).toBe('round.drawer_is_revealer')
  expect((await post('county1', `${round}/draw`, RoundView)).next).toEqual(['assign'])
  const running = await post('county1', `${round}/inspectors`, RoundView, { inspectorIds: Object.values(inspectorIds) })
  expect(running).toMatchObject({ state: 'running', counts: { census: 7 } })
  for (const target of world.rounds.targets) target.state = 'inspected'
  await post('county1', `${round}/close`, RoundView)
  expect(await code('county1', `${round}/close/confirmation`)).toBe('round.second_person_needed')
  expect(await post('county2', `${round}/close/confirmation`, RoundView)).toMatchObject({ state: 'closed' })
  const verified = await verifyBundle(await call('', 'GET', `${round}/bundle`))
  expect(verified.readable && verified.results.every(({ ok }) => ok)).toBe(true)
})

/** Instead of waiting, everything so far lies a day back. */
function aDayPasses(): void {
  const round = must(world.rounds.rounds[0], 'the planned round')
  const earlier = (at: string | null) => at && new Date(Date.parse(at) - 86_400_000).toISOString()
  round.publicValueOn = civilDateOf(new Date())
  Object.assign(round, { openedAt: earlier(round.openedAt), frozenAt: earlier(round.frozenAt) })
  for (const seed of round.seeds) seed.committedAt = earlier(seed.committedAt)
}

test('a finding is kept as a draft, made final once, and brings about what its verdict says', async () => {
  const { items } = InspectionList.parse(JSON.parse(await call('inspector1', 'GET', '/inspections')))
  const { roundId, orderId } = must(
    items.find(({ finding, state }) => finding === null && state !== 'retiring'),
    'a visit to come',
  )
  const [visit, first] = [`/inspections/${roundId}/${orderId}`, writing({})]
  expect(FindingView.parse(JSON.parse(await call('inspector1', 'PUT', `${visit}/draft`, first))).version).toBe(1)
  expect(Refused.parse(JSON.parse(await call('inspector1', 'PUT', `${visit}/draft`, writing({})))).code).toBe(
    'request.stale_version',
  )
  const whole = {
    ...first,
    baseVersion: 1,
    answers: { ...answers, real_effect: 2 },
    effect: 'fair',
    verdict: 'rectify',
  }
  expect(await code('inspector1', `${visit}/finding`, whole)).toBe('finding.evidence_missing')
  const shown = { ...whole, attachmentIds: [newId()] }
  expect(await post('inspector1', `${visit}/finding`, FindingView, shown)).toMatchObject({ state: 'final', version: 2 })
  expect(world.market.orders.find(({ id }) => id === orderId)?.state).toBe('rectifying')
  expect(world.rounds.notices.at(-1)).toMatchObject({ orderId, items: [{ item: 1 }, { item: 2 }] })
  const slip = { ...shown, id: newId(), baseVersion: 0, orderId, inspectorId: inspectorIds.inspector1 }
  const report = await post('county1', `/rounds/${roundIds.running}/slips`, SlipReport, { slips: [slip] })
  expect(report).toMatchObject({ stored: 0, items: [{ refusal: { code: 'finding.final_already' } }] })
})

test('a notice is put right, looked at by another inspector, and failed into a proposal', async () => {
  const [notice, failed] = [`/rectifications/${noticeIds.green}`, { decision: 'fail', effect: 'poor', words: '没有改' }]
  for (const item of [1, 2]) await post('secretary1', `${notice}/items`, RectificationView, { item, done: '已补齐' })
  await post('secretary1', `${notice}/extension`, RectificationView, { reason: '等设备' })
  expect(await code('secretary1', `${notice}/extension`, { reason: '再等' })).toBe('rectification.extended_before')
  await post('secretary1', `${notice}/submission`, RectificationView, {})
  expect(await code('inspector2', `${notice}/reinspection`, failed)).toBe('rectification.same_inspector')
  await post('inspector1', `${notice}/reinspection`, RectificationView, failed)
  expect(world.rounds.retirements.at(-1)).toMatchObject({ evidence: 'failed_rectification', state: 'proposed' })
})

test('a retirement is decided, objected to, answered and final after its notice', async () => {
  const retirement = `/retirements/${retirementIds.proposed}`
  const approve = { decision: 'approve', reason: '同意退出' }
  await post('county1', `${retirement}/decision`, RetirementView, approve)
  await call('worker1', 'POST', `${retirement}/objections`, { words: '我们还需要它' })
  const record = must(world.rounds.retirements[0], 'the proposed one')
  record.noticeUntil = new Date().toISOString()
  expect(await code('county1', `${retirement}/finalisation`, {})).toBe('retirement.objections_open')
  const answer = `${retirement}/objections/${record.objections[0]?.id}/answer`
  await post('county1', answer, RetirementView, { answer: '已经核实' })
  expect(await code('county1', answer, { answer: '再答一次' })).toBe('objection.answered')
  expect(await post('county1', `${retirement}/finalisation`, RetirementView, {})).toMatchObject({ state: 'final' })
  const undone = await post('county1', `${retirement}/withdrawal`, RetirementView, { reason: '有新情况' })
  expect(undone).toMatchObject({ state: 'withdrawn', withdrawn: { by: '王科长' } })
})
