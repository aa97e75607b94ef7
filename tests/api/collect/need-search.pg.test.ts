import { NeedPage, NeedReceipt, NeedView, SimilarView } from '@dj/shared/collect/need/need.schema.ts'
import { expect } from 'vitest'
import { test, type World } from '../../support/world.ts'

const bodies = [
  '加班工资算法看不懂，十几个人有疑问，想请律师来讲一次劳动合同和工时。',
  '中午没地方热饭歇脚，希望沿街党群服务站开放。',
  '想成立戏曲社，十几个越剧爱好者，缺老师和排练房。',
]

async function raised(world: World) {
  const worker = world.as(await world.aWorker({ organization: world.county.branches[0] }))
  const ids: string[] = []
  for (const body of bodies) {
    ids.push((await worker.post('/needs', { body, category: 'other' })).as(NeedReceipt).need.id)
    world.clock.advance({ minutes: 1 })
  }
  return { ids, desk: world.as(await world.aSecretary()) }
}

test('a word of two characters is found, simplified or traditional, and nothing else is', async ({ world }) => {
  const { ids, desk } = await raised(world)
  const found = async (q: string) =>
    (await desk.get(`/needs?q=${encodeURIComponent(q)}`)).as(NeedPage).items.map(({ id }) => id)
  expect(await found('律师')).toEqual([ids[0]])
  expect(await found('律師')).toEqual([ids[0]])
  expect(await found('熱飯')).toEqual([ids[1]])
  expect(await found('戏曲 越剧')).toEqual([ids[2]])
  expect(await found('十几个')).toEqual([ids[2], ids[0]])
  expect(await found('篮球')).toEqual([])
  expect((await desk.get('/needs?q=%E7%83%AD')).fields).toEqual({ q: 'search.too_short' })
})

test('a list is narrowed by state, category, town, organization and channel, and knows its filters', async ({
  world,
}) => {
  const [near, far] = world.county.towns
  await world.aNeed({ category: 'safety', channel: 'hotline' })
  await world.aNeed({ organization: world.county.farBranch, state: 'declined', declineReason: '不属职责' })
  const county = world.as(await world.aCountyOrganizer())
  const total = async (query: string) => (await county.get(`/needs?${query}`)).as(NeedPage).total
  expect(await total('')).toBe(2)
  expect(await total('state=declined')).toBe(1)
  expect(await total('category=safety&channel=hotline')).toBe(1)
  expect(await total(`townId=${near.id}`)).toBe(1)
  expect(await total(`organizationId=${far.id}`)).toBe(1)
  expect(await total('mine=true')).toBe(0)
  expect((await county.get('/needs?tier=A&state=lost')).fields).toEqual({
    tier: 'field.unknown',
    state: 'field.not_offered',
  })
})

test('pages follow each other without a gap or a repeat, though needs came in the same instant', async ({ world }) => {
  for (let n = 0; n < 7; n += 1) await world.aNeed()
  const desk = world.as(await world.aTownOrganizer())
  const seen: string[] = []
  let cursor = ''
  for (let pages = 0; pages < 4; pages += 1) {
    const page = (await desk.get(`/needs?limit=3${cursor}`)).as(NeedPage)
    expect(page.total).toBe(cursor === '' ? 7 : null)
    seen.push(...page.items.map(({ id }) => id))
    if (page.nextCursor === null) break
    cursor = `&cursor=${page.nextCursor}`
  }
  expect(new Set(seen).size).toBe(7)
  expect(seen).toEqual(seen.toSorted().toReversed())
  expect((await desk.get('/needs?cursor=nonsense')).code).toBe('request.bad_cursor')
})

test('everybody lists their own part: member, branch, town, county, and no other county', async ({ world }) => {
  const member = await world.aMember()
  await world.aNeed({ organization: world.county.branches[0] })
  const second = await world.aNeed({ organization: world.county.branches[1] })
  await world.aNeed({ organization: world.county.farBranch, requesterPersonId: member.id })
  await world.aNeed({ organizationId: null, townId: null })
  await world.as(member).post(`/needs/${second.id}/seconds`)
  const total = async (who: Parameters<World['as']>[0]) => (await world.as(who).get('/needs')).as(NeedPage).total
  expect(await total(member)).toBe(2)
  expect(await total(await world.aSecretary())).toBe(1)
  expect(await total(await world.aSecretary(world.county.committee))).toBe(2)
  expect(await total(await world.aTownOrganizer())).toBe(2)
  expect(await total(await world.aCountyOrganizer())).toBe(4)
  expect(await total(await world.anOperator())).toBe(4)
  expect(await total(await world.aCountyOrganizer({ county: await world.otherCounty() }))).toBe(0)
  expect((await world.as(await world.anInspector()).get('/needs')).code).toBe('auth.forbidden')
})

test('while typing, what others asked for alike is shown, with open orders, and can be seconded', async ({ world }) => {
  await raised(world)
  const need = await world.aNeed({ body: '希望沿街的党群服务站中午开放给骑手热饭休息' })
  const order = await world.anOpenOrder({ title: '党群服务站中午开放', ask: '沿街的党群服务站中午开放给骑手热饭' })
  const member = world.as(await world.aMember())
  const typed = { body: '沿街黨群服務站中午能不能開放給騎手熱飯' }
  const { items } = (await member.post('/needs/similar', typed, { key: null })).as(SimilarView)
  expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([need.id, order.id]))
  expect(items.every(({ text }) => !text.includes('戏曲'))).toBe(true)
  expect(
    (await member.post('/needs/similar', { ...typed, townId: world.county.towns[1].id })).as(SimilarView).items,
  ).toEqual([])
  expect((await member.post('/needs/similar', { body: '修路' })).as(SimilarView).items).toEqual([])
  expect((await member.post('/needs/similar', { body: '热' })).fields).toEqual({ body: 'field.too_short' })
})

test('forty searches at once by one member are some too many; a neighbour searches meanwhile', async ({ world }) => {
  const [one, other] = await Promise.all([world.aMember(), world.aMember()])
  const search = (who: typeof one) => world.as(who).post('/needs/similar', { body: '外卖骑手中午没地方热饭' })
  const flood = Array.from({ length: 40 }, () => search(one))
  expect((await search(other)).status).toBe(200)
  const refused = (await Promise.all(flood)).filter(({ status }) => status !== 200)
  expect(refused.map((each) => [each.status, each.code, each.headers.get('retry-after')])).toContainEqual([
    429,
    'rate_limited',
    '2',
  ])
  expect(refused.length).toBeGreaterThanOrEqual(20)
})

test('what others asked for is shown without whom it is about, before it is seconded and after', async ({ world }) => {
  const desk = world.as(await world.anOperator())
  const [, far] = world.county.towns
  const told = {
    body: '车间夜班没有热饭，请找陈国强 13800001234 安排送餐到门卫',
    ...{ category: 'care', requesterKind: 'enterprise', requesterName: '国强电器厂', organizationId: far.id },
    contact: { name: '陈国强', phone: '13800001234' },
  }
  const { need } = (await desk.post('/needs', told)).as(NeedReceipt)
  const member = world.as(await world.aSecretary())
  const typed = { body: '车间夜班没有热饭，安排送餐到门卫' }
  const { items } = (await member.post('/needs/similar', typed, { key: null })).as(SimilarView)
  const words = '车间夜班没有热饭，请找〔姓名已隐去〕 〔电话已隐去〕 安排送餐到门卫'
  expect(items).toMatchObject([{ id: need.id, text: words }])
  const seconded = (await member.post(`/needs/${need.id}/seconds`)).as(NeedView)
  const listed = (await member.get('/needs?mine=true')).as(NeedPage).items[0]
  for (const seen of [seconded, listed])
    expect(seen).toMatchObject({ body: words, requesterName: null, contact: null, organization: null, mine: false })
  const table = await member.get('/needs/export?format=csv&mine=true')
  expect(JSON.stringify([seconded, listed, new TextDecoder().decode(table.body as Uint8Array)])).not.toMatch(
    /陈国强|国强电器厂|1380000/,
  )
  expect((await desk.get(`/needs/${need.id}`)).as(NeedView)).toMatchObject({
    body: told.body,
    requesterName: '国强电器厂',
  })
})
