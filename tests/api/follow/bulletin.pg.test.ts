import { randomUUID } from 'node:crypto'
import { inflateEntry, zipDirectory } from '@dj/api/collect/reading/xlsx/zip.ts'
import { verifyEvents } from '@dj/db/verify-events.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import type { FigureCode } from '@dj/shared/follow/bulletin/definitions.ts'
import { RoundPage } from '@dj/shared/follow/round/round.schema.ts'
import { expect } from 'vitest'
import { administer } from '../../support/database.ts'
import { aCheckedRound, aClosedRound, frozen } from '../../support/checked-round.ts'
import { aRunningRound, type BuiltRound } from '../../support/rounds.ts'
import { test, type World } from '../../support/world.ts'

const bulletin = (round: { id: string }, query = '') => `/rounds/${round.id}/bulletin${query}`
const figureOf = ({ body }: BulletinView, code: FigureCode) =>
  must(
    body.figures.find((figure) => figure.code === code),
    code,
  )

test('the bulletin counts what was found, says of how many, and lists what follows', async ({ world }) => {
  const { round, lead, orders } = await aClosedRound(world)
  const draft = (await world.as(lead).get(bulletin(round))).as(BulletinView)
  expect(draft).toMatchObject({ version: 1, state: 'draft', signedBy: null, publishedAt: null })
  const { body } = draft
  expect(body.title).toBe('关于乐清市2026年第四季度需求项目跟单检查情况的通报')
  expect(figureOf(draft, 'census_completion')).toMatchObject({ numerator: 2, denominator: 2, low: null })
  expect(figureOf(draft, 'census_pass')).toMatchObject({ numerator: 0, denominator: 1 })
  const sample = figureOf(draft, 'sample_pass')
  expect(sample).toMatchObject({ numerator: 2, denominator: 3, previous: null })
  expect([sample.low, sample.high].map((share) => share?.toFixed(3))).toEqual(['0.208', '0.939'])
  expect(figureOf(draft, 'effect_good')).toMatchObject({ numerator: 2, denominator: 4 })
  expect(figureOf(draft, 'claim_rate')).toMatchObject({ numerator: 0, denominator: 5 })
  expect(figureOf(draft, 'stale_share')).toMatchObject({ numerator: 0, denominator: 5 })
  expect(body.verdicts).toEqual({ pass: 2, rectify: 2, propose_retirement: 0 })
  expect(body.towns).toEqual([
    { town: '城东街道', checked: 2, passed: 1, rectify: 1, retire: 0 },
    { town: '柳市镇', checked: 1, passed: 1, rectify: 0, retire: 0 },
    { town: '县本级', checked: 1, passed: 0, rectify: 1, retire: 0 },
  ])
  expect(body.rectified.map(({ number, reason }) => [number, reason])).toEqual([
    [orders.a.number, 'ZG-2026-000001，检查发现问题，整改中'],
    [orders.second.number, 'ZG-2026-000002，检查发现问题，整改中'],
  ])
  expect(body.excused).toMatchObject([{ number: orders.b.number, reason: '项目现场已停工' }])
  expect(body.power).toMatchObject([{ town: '城东街道', total: 2, drawn: 2, chance: 1 }, { town: '柳市镇' }])
  expect([body.settingsVersion, body.checklistVersions, body.frameHash]).toEqual([1, [1], 'f'.repeat(64)])
  expect(body.definitions.map(({ code }) => code)).toEqual(body.figures.map(({ code }) => code))
})

test('before it is published only the leads of the county see it; then everybody does', async ({ world }) => {
  const { round, lead } = await aClosedRound(world)
  const other = await world.aCountyOrganizer({ county: await world.otherCounty() })
  const outsiders = [world.anonymous(), world.as(await world.aMember()), world.as(other)]
  for (const outsider of outsiders) expect((await outsider.get(bulletin(round))).code).toBe('round.not_published')
  expect((await world.anonymous().get(bulletin({ id: randomUUID() }))).code).toBe('not_found')
  expect((await world.as(await world.aMember()).post(bulletin(round))).code).toBe('auth.forbidden')
  expect((await world.as(other).post(bulletin(round))).code).toBe('not_found')
  const published = (await world.as(lead).post(bulletin(round))).as(BulletinView)
  expect(published).toMatchObject({ version: 1, state: 'published', publishedAt: '2026-11-18T02:00:00.000Z' })
  for (const outsider of outsiders) expect((await outsider.get(bulletin(round))).body).toEqual(published)
})

test('a running round has no bulletin, not even a draft', async ({ world }) => {
  const { round, lead } = await aCheckedRound(world)
  expect((await world.as(lead).get(bulletin(round))).code).toBe('bulletin.round_open')
  expect((await world.as(lead).post(bulletin(round))).code).toBe('bulletin.round_open')
  expect((await world.as(lead).post(bulletin(round), { title: '改题' })).status).toBe(422)
})

test('what is published stays: a correction is a new version that says why', async ({ world }) => {
  const { round, lead, colleague } = await aClosedRound(world)
  const client = world.as(lead)
  const key = randomUUID()
  const first = await client.post(bulletin(round), {}, { key })
  expect((await client.post(bulletin(round), {}, { key })).body).toEqual(first.body)
  const again = await world.as(colleague).post(bulletin(round))
  expect([again.status, again.code]).toEqual([422, 'bulletin.correction_needed'])
  const correction = '补录一件复查结果'
  const second = (await world.as(colleague).post(bulletin(round), { correction })).as(BulletinView)
  expect([second.version, second.correction]).toEqual([2, correction])
  expect((await world.anonymous().get(bulletin(round))).as(BulletinView).version).toBe(2)
  expect((await world.anonymous().get(bulletin(round, '?version=1'))).body).toEqual(first.body)
  expect((await world.anonymous().get(bulletin(round, '?version=3'))).code).toBe('round.not_published')
  const results = (await world.anonymous().get(`/counties/${world.county.id}/rounds`)).as(RoundPage)
  expect(results.items[0]?.bulletins).toMatchObject([
    { version: 2, correction },
    { version: 1, correction: null },
  ])
  const draft = (await client.get(bulletin(round, '?draft=true'))).as(BulletinView)
  expect([draft.state, draft.version]).toEqual(['draft', 3])
  expect((await world.anonymous().get(bulletin(round, '?draft=true'))).as(BulletinView).version).toBe(2)
})

test('two leads publish at once: one version, and the other is asked what was wrong with it', async ({ world }) => {
  const { round, lead, colleague } = await aClosedRound(world)
  const replies = await Promise.all([lead, colleague].map((each) => world.as(each).post(bulletin(round))))
  expect(replies.map((reply) => reply.code).toSorted()).toEqual(['bulletin.correction_needed', undefined])
})

test('each figure stands beside that of the quarter before', async ({ world }) => {
  const order = await world.anOpenOrder({ tier: 'B' })
  const earlier = await aRunningRound(world, [{ order, inspectors: [] }], {
    ...frozen(world),
    ...{ quarter: '2026Q3', state: 'closed' },
  })
  const { round, lead } = await aClosedRound(world)
  await world.as(lead).post(bulletin(earlier))
  const draft = (await world.as(lead).get(bulletin(round))).as(BulletinView)
  expect(figureOf(draft, 'census_completion').previous).toEqual({ numerator: 0, denominator: 1 })
  const page = await world.as(lead).get(bulletin(round, '?format=html'))
  expect(textOf(page.body)).toContain('升100.0个百分点')
})

const textOf = (body: unknown): string => (body instanceof Uint8Array ? Buffer.from(body).toString() : '')

test('as a page it needs nothing from anywhere, runs nothing, and shows titles as text', async ({ world }) => {
  const { round, lead } = await aClosedRound(world)
  await world.as(lead).post(bulletin(round))
  const page = await world.anonymous().get(bulletin(round, '?format=html'))
  const text = textOf(page.body)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(text).toContain('全县企业用工共享 &lt;专场&gt;')
  expect(text).not.toMatch(/<script|<link|<img|https?:|url\(|@import/)
  for (const words of ['C类抽查合格率', '66.7%', '20.8%～93.9%', '威尔逊', '2026年11月18日', 'f'.repeat(64)]) {
    expect(text).toContain(words)
  }
  expect(text).not.toContain('草稿')
  const { number } = (await aClosedOrderOf(world, round)) ?? {}
  expect(text).toContain(number)
})

const aClosedOrderOf = async (world: World, round: BuiltRound) =>
  (await world.anonymous().get(bulletin(round))).as(BulletinView).body.rectified[0]

test('as a Word file it says the same', async ({ world }) => {
  const { round, lead } = await aClosedRound(world)
  const reply = await world.as(lead).get(bulletin(round, '?format=docx'))
  const bytes = reply.body instanceof Uint8Array ? reply.body : new Uint8Array()
  expect(decodeURIComponent(reply.headers.get('content-disposition') ?? '')).toContain('跟单检查情况的通报.docx')
  const entry = must(
    zipDirectory(bytes).find(({ name }) => name === 'word/document.xml'),
    'the document',
  )
  let xml = ''
  for await (const chunk of inflateEntry(bytes, entry)) xml += chunk.toString('latin1')
  for (const words of ['关于乐清市2026年第四季度', '全县企业用工共享 &lt;专场&gt;', '草稿', 'C类抽查合格率']) {
    expect(Buffer.from(xml, 'latin1').toString()).toContain(words)
  }
})

test('the county says whose paper it is; its numbers count on, and none is given twice', async ({ world }) => {
  const { round, lead, colleague } = await aClosedRound(world)
  const client = world.as(lead)
  const { settings, version } = (await client.get('/settings')).as(SettingsView)
  const office = { issuers: ['中共乐清市委社会工作部'], mark: '乐社通', copies: ['市委办公室'], printer: null }
  const changed = { ...settings, bulletin: { ...settings.bulletin, ...office } }
  await client.put('/settings', { settings: changed, note: '机构改革' }, { version })
  const first = (await client.post(bulletin(round), { serial: 7 })).as(BulletinView)
  expect(first.body).toMatchObject({
    ...{ leadBodies: office.issuers, number: '乐社通〔2026〕7号' },
    office: { printer: '中共乐清市委社会工作部办公室', copies: office.copies },
  })
  expect(first.body.judged.filter(({ verdict }) => verdict === 'pass').map(({ reason }) => reason)).toHaveLength(2)
  const correction = '补录一件复查结果'
  const twice = await world.as(colleague).post(bulletin(round), { correction, serial: 7 })
  expect([twice.status, twice.code]).toEqual([409, 'bulletin.number_taken'])
  expect((await client.post(bulletin(round), { correction })).as(BulletinView).body.number).toBe('乐社通〔2026〕8号')
})

test('a bulletin changed in the database is found, and the app cannot change it at all', async ({ world }) => {
  const { round, lead } = await aClosedRound(world)
  await world.as(lead).post(bulletin(round))
  const county = world.county.id
  const verified = () => verifyEvents(world.deps.db, county, { at: world.deps.now() })
  expect((await verified()).changedBulletins).toBe(0)
  const change = "update bulletin set body = jsonb_set(body, '{verdicts,pass}', '9')"
  await expect(world.deps.withTx(county, (tx) => tx.execute(change))).rejects.toThrow()
  await administer(world.url, (owner) => owner.unsafe(change))
  expect((await verified()).changedBulletins).toBe(1)
  await administer(world.url, (owner) => owner`delete from bulletin`)
  expect((await verified()).changedBulletins).toBe(1)
})
