import { ResetAsked } from '@dj/shared/county/people/account.schema.ts'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { expect } from 'vitest'
import { type Person, type Reply, test, type World } from '../../support/world.ts'

const draftOf = (world: World) => ({
  ...{ tier: 'A', tierReason: '全县都用得上', ownerOrganizationId: world.county.root.id, title: '电工夜校' },
  ...{ ask: '开两期夜校', acceptance: '二十人结业', beneficiaries: '装配车间职工', category: 'skills', mode: 'either' },
})

const chosen = 'staple of my own choice'

/** Reset by these two, and opened with the code: whoever holds it now, the session is theirs. */
async function handed(world: World, whose: Person, by: Person, second: Person): Promise<Person> {
  const { id } = (await world.as(by).post(`/people/${whose.id}/resets`, { reason: '忘记密码' })).as(ResetAsked)
  const { slip } = (await world.as(second).post(`/resets/${id}/confirmation`)).as(ResetAsked)
  const input = { username: whose.username, code: slip?.code, password: chosen }
  return { ...whose, cookie: cookieIn(await world.anonymous().post('/account', input, { key: null })) }
}

const cookieIn = ({ headers }: Reply): string => headers.get('set-cookie')?.split(';')[0] ?? ''

/** A session that nobody used for hours has ended. */
async function againSignedIn(world: World, who: Person): Promise<Person> {
  const input = { username: who.username, password: chosen }
  return { ...who, cookie: cookieIn(await world.anonymous().post('/session', input, { key: null })) }
}

const administrators = async (world: World) => ({
  system: await world.anAdmin('system_admin'),
  security: await world.anAdmin('security_admin'),
  another: await world.anAdmin('system_admin'),
  third: await world.anAdmin('security_admin'),
})
const twoOrganizers = async (world: World) => [await world.aCountyOrganizer(), await world.aCountyOrganizer()] as const
const publish = (world: World, who: Person, { id }: { id: string }) => world.as(who).post(`/orders/${id}/publish`)

test('two accounts from one hand do not publish an A order together; a day later they do', async ({ world }) => {
  const { system, security } = await administrators(world)
  const [first, second] = await twoOrganizers(world)
  const [author, publisher] = [
    await handed(world, first, system, security),
    await handed(world, second, system, security),
  ]
  const order = (await world.as(author).post('/orders', draftOf(world))).as(OrderView)
  const refused = await publish(world, publisher, order)
  expect([refused.status, refused.code]).toEqual([409, 'person.same_hand'])
  const mayPublish = async (who: Person) => (await world.as(who).get(`/orders/${order.id}`)).as(OrderView).may.publish
  expect(await mayPublish(publisher)).toBe('person.same_hand')
  world.clock.advance({ seconds: 24 * 3_600 })
  const later = await againSignedIn(world, publisher)
  expect(await mayPublish(later)).toBeNull()
  expect((await publish(world, later, order)).status).toBe(200)
})

test('two accounts from different hands, or one of them untouched, are two people', async ({ world }) => {
  const { system, security, another, third } = await administrators(world)
  const [first, second] = await twoOrganizers(world)
  const untouched = await world.aCountyOrganizer()
  const author = await handed(world, first, system, security)
  const publisher = await handed(world, second, another, third)
  const orders = [1, 2].map(async () => (await world.as(author).post('/orders', draftOf(world))).as(OrderView))
  const [one, two] = await Promise.all(orders)
  expect((await publish(world, publisher, one ?? { id: '' })).status).toBe(200)
  expect((await publish(world, untouched, two ?? { id: '' })).status).toBe(200)
})

test('who handed a secret over neither confirms a reset nor grants together with its holder', async ({ world }) => {
  const { system, security, another, third } = await administrators(world)
  const organizer = await world.aCountyOrganizer()
  const helped = await handed(world, security, system, third)
  const { id } = (await world.as(system).post(`/people/${organizer.id}/resets`, { reason: '忘记密码' })).as(ResetAsked)
  expect((await world.as(helped).post(`/resets/${id}/confirmation`)).code).toBe('person.same_hand')
  expect((await world.as(another).post(`/resets/${id}/confirmation`)).status).toBe(200)
  const newcomer = { alias: '新来的', name: '王芳', kind: 'member', homeOrganizationId: null, username: 'wang.fang' }
  const added = (await world.as(system).post('/people', newcomer)).body as { id: string; slip: { code: string } }
  const opening = { username: 'wang.fang', code: added.slip.code, password: chosen }
  await world.anonymous().post('/account', opening, { key: null })
  const grant = { personId: added.id, role: 'county_organizer', organizationId: world.county.root.id }
  const refused = await world.as(helped).post('/grants', grant)
  expect([refused.status, refused.fields]).toEqual([409, { personId: 'person.same_hand' }])
  expect((await world.as(third).post('/grants', grant)).status).toBe(201)
})

test('seed holders from one hand are not chosen, and do not commit together', async ({ world }) => {
  const { system, security } = await administrators(world)
  const [first, second] = await twoOrganizers(world)
  const chief = await world.aCountyOrganizer()
  const plan = {
    ...{
      quarter: '2026Q4',
      dueOn: '2026-12-20',
      publicValueSource: '福利彩票双色球',
      publicValueNotation: '####',
      publicValueOn: '2026-12-01',
    },
    seedHolderIds: [first.id, second.id],
  }
  await handed(world, first, system, security)
  const holder = await handed(world, second, system, security)
  const refused = await world.as(chief).post('/rounds', plan)
  expect([refused.status, refused.fields]).toEqual([409, { seedHolderIds: 'person.same_hand' }])
  world.clock.advance({ seconds: 25 * 3_600 })
  expect((await world.as(chief).post('/rounds', plan)).status).toBe(201)
  expect(holder.id).toBe(second.id)
})
