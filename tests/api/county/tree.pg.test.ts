import { holdingsOf } from '@dj/db/queries/county/tree.ts'
import { OrganizationDetail, OrganizationTree } from '@dj/shared/county/organization/tree.schema.ts'
import { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { describe, expect } from 'vitest'
import { type Client, test } from '../../support/world.ts'

const version = (n: number) => ({ version: n })
const facts = {
  creditCode: '91350100M000100Y43',
  sizeClass: 'small',
  industry: '低压电器',
  employees: 60,
  partyOrganizationId: null,
}

const add = async (client: Client, kind: string, name: string, parent: { id: string }, more = {}) =>
  (await client.post('/organizations', { kind, name, parentId: parent.id, ...more })).as(OrganizationDetail)

describe('the tree', () => {
  test('is built from the county down, each kind below one that fits, and every name once', async ({ world }) => {
    const admin = world.as(await world.anAdmin('system_admin'))
    const { root, towns, committee } = world.county
    const town = await add(admin, 'town', '白石街道', root)
    const branch = await add(admin, 'branch', '白石第一党支部', town)
    expect(branch).toMatchObject({
      townId: town.id,
      path: [root.id, town.id, branch.id],
      place: ['乐清市', '白石街道'],
    })
    const enterprise = await add(admin, 'enterprise', '某断路器有限公司', town, {
      enterprise: { ...facts, partyOrganizationId: branch.id },
    })
    expect(enterprise.enterprise).toEqual({ ...facts, partyOrganizationId: branch.id })
    const wrong = [
      { kind: 'group', name: '党小组', parentId: committee.id },
      { kind: 'branch', name: '白石第一党支部', parentId: town.id },
      { kind: 'branch', name: '支部', parentId: '01990000-0000-7000-8000-000000000009' },
      { kind: 'branch', name: '支部', parentId: towns[0].id, enterprise: facts },
      { kind: 'enterprise', name: '又一家', parentId: town.id, enterprise: facts },
      { kind: 'enterprise', name: '又一家', parentId: town.id, enterprise: { creditCode: '91350100M000100Y44' } },
    ]
    const said: unknown[] = []
    for (const body of wrong) {
      const { status, code, fields } = await admin.post('/organizations', body)
      said.push([status, code, fields])
    }
    expect(said).toEqual([
      [422, 'organization.wrong_parent', { parentId: 'organization.wrong_parent' }],
      [409, 'organization.name_taken', {}],
      [422, 'organization.parent_unknown', { parentId: 'organization.parent_unknown' }],
      [422, 'organization.no_enterprise', { enterprise: 'organization.no_enterprise' }],
      [409, 'organization.code_taken', {}],
      [422, 'request.invalid', { 'enterprise.creditCode': 'organization.credit_code_wrong' }],
    ])
  })

  test('shows what lies below a node, and finds by a part of the name, a former name or pinyin initials', async ({
    world,
  }) => {
    const admin = world.as(await world.anAdmin('system_admin'))
    const { root, towns } = world.county
    const list = async (query: string) =>
      (await admin.get(`/organization-tree${query}`)).as(OrganizationTree).items.map(({ name }) => name)
    expect(await list('')).toEqual(['乐清市'])
    expect(await list(`?parent=${root.id}`)).toEqual(['城东街道', '柳市镇', '电气产业链党建联盟'])
    expect(await list('?q=lsz')).toEqual(['柳市镇'])
    const far = (await admin.get(`/organizations/${world.county.farBranch.id}`)).as(OrganizationDetail)
    const renamed = (
      await admin.patch(`/organizations/${far.id}`, { name: '柳市第一党支部' }, version(far.version))
    ).as(OrganizationDetail)
    expect([renamed.name, renamed.formerNames]).toEqual(['柳市第一党支部', ['柳市党支部']])
    expect(await list(`?q=${encodeURIComponent('柳市党支部')}`)).toEqual(['柳市第一党支部'])
    expect((await admin.patch(`/organizations/${far.id}`, { name: '柳市总支' }, version(far.version))).code).toBe(
      'request.stale_version',
    )
    expect((await admin.patch(`/organizations/${root.id}`, { name: '乐清' }, version(1))).code).toBe(
      'organization.is_root',
    )
    expect(
      (
        await world
          .as(await world.aTownOrganizer(towns[0]))
          .patch(`/organizations/${far.id}`, { name: '柳市总支' }, version(renamed.version))
      ).code,
    ).toBe('not_found')
  })

  test('two hundred below one node come at a time', async ({ world }) => {
    const admin = world.as(await world.anAdmin('system_admin'))
    const { id, countyId, path } = world.county.towns[1]
    await world.deps.withTx(countyId, (tx) =>
      tx.execute(`insert into organization (county_id, id, kind, name, parent_id, town_id, path, created_at)
      select '${countyId}', x.id, 'enterprise', '企业' || lpad(x.n::text, 3, '0'), '${id}', '${id}', array['${path[0]}', '${id}', x.id]::uuid[], now()
      from (select gen_random_uuid() as id, n from generate_series(1, 250) n) x`),
    )
    const first = (await admin.get(`/organization-tree?parent=${id}`)).as(OrganizationTree)
    const last = first.items.at(-1)
    const rest = (await admin.get(`/organization-tree?parent=${id}&after=${last?.id}`)).as(OrganizationTree)
    expect([first.items.length, first.more, rest.items.length, rest.more]).toEqual([200, true, 51, false])
    expect(new Set([...first.items, ...rest.items].map((one) => one.id)).size).toBe(251)
  })
})

test('what moves takes all that lies below along, and what is under way counts for its new town', async ({ world }) => {
  const { committee, branches, towns, root, group } = world.county
  const order = await world.anOpenOrder()
  const over = await world.anOpenOrder({ state: 'discarded' })
  const organizer = world.as(await world.aCountyOrganizer())
  const move = (parent: { id: string }, n = 1) =>
    organizer.post(`/organizations/${committee.id}/move`, { parentId: parent.id, reason: '园区划归柳市' }, version(n))
  const moved = (await move(towns[1])).as(OrganizationDetail)
  expect([moved.townId, moved.path]).toEqual([towns[1].id, [root.id, towns[1].id, committee.id]])
  const below = (await organizer.get(`/organizations/${group.id}`)).as(OrganizationDetail)
  expect(below.path).toEqual([root.id, towns[1].id, committee.id, branches[0].id, group.id])
  const towned = await world.deps.db.execute(`select id, town_id from demand_order order by state desc`)
  expect(towned).toEqual([
    { id: order.id, town_id: towns[1].id },
    { id: over.id, town_id: towns[0].id },
  ])
  expect([(await move(group, 2)).code, (await move(towns[0])).code]).toEqual([
    'organization.under_itself',
    'request.stale_version',
  ])
  const near = world.as(await world.aTownOrganizer(towns[0]))
  expect((await near.get(`/organizations/${committee.id}`)).status).toBe(404)
})

describe('closing', () => {
  test('hands everything that hangs on it to the successor, and nothing new hangs on it', async ({ world }) => {
    const [near, next] = world.county.branches
    const secretary = await world.aSecretary(near)
    const member = await world.aMember({ organization: near })
    const order = await world.anOpenOrder({ mode: 'collective', owner: world.county.farBranch })
    const own = await world.anOpenOrder({ owner: near })
    const need = await world.aNeed({ organization: near })
    const answered = await world.aNeed({ organization: near, state: 'answered', answer: '已安排' })
    const claimed = await world
      .as(secretary)
      .post(`/orders/${order.id}/claims`, { organizationId: near.id, participantIds: [member.id] })
    expect(claimed.status).toBe(201)
    const organizer = await world.aCountyOrganizer()
    const client = world.as(organizer)
    const inspector = await world.anInspector()
    await world.deps.withTx(near.countyId, (tx) =>
      tx.execute(
        `insert into declared_conflict values ('${near.countyId}', '${inspector.id}', '${near.id}', '亲属在此', now())`,
      ),
    )
    const close = (successor: { id: string } | null, n = 1) =>
      client.post(
        `/organizations/${near.id}/close`,
        { successorId: successor?.id ?? null, reason: '支部合并' },
        version(n),
      )
    expect((await client.get(`/organizations/${near.id}`)).as(OrganizationDetail).holdings).toMatchObject({
      children: 1,
      people: 2,
      grants: 1,
      orders: 1,
      claims: 1,
      needs: 2,
      covered: 1,
    })
    expect((await close(null)).fields).toEqual({ successorId: 'organization.still_holding' })
    expect((await close(world.county.group)).fields).toEqual({ successorId: 'organization.successor_unfit' })
    expect((await close(world.county.farBranch)).fields).toEqual({ successorId: 'organization.successor_unled' })
    await world.aSecretary(world.county.farBranch)
    expect((await close(world.county.farBranch)).status).toBe(200)
    const rows = await world.deps.db.execute(`select
      (select organization_id from claim) as claim, (select owner_organization_id from demand_order where id = '${own.id}') as order,
      (select organization_id from need where id = '${need.id}') as need,
      (select organization_id from need where id = '${answered.id}') as answered, (select home_organization_id from person where id = '${member.id}') as home,
      (select parent_id from organization where id = '${world.county.group.id}') as parent,
      (select max(organization_id::text) from declared_conflict where organization_id <> '${near.id}') as conflict`)
    const to = world.county.farBranch.id
    expect(rows).toEqual([{ claim: to, order: to, need: to, answered: to, home: to, parent: to, conflict: to }])
    expect(
      Object.values(await holdingsOf(world.deps.db, near.countyId, near.id, new Date())).every((n) => n === 0),
    ).toBe(true)
    const closed = (await client.get(`/organizations/${near.id}`)).as(OrganizationDetail)
    expect(closed.successor).toEqual({ id: to, name: '柳市党支部' })
    expect((await client.post('/organizations', { kind: 'group', name: '新小组', parentId: near.id })).code).toBe(
      'organization.closed',
    )
    expect((await world.as(secretary).get(`/orders/${own.id}`)).as(OrderView).owner.id).toBe(to)
    const security = world.as(await world.anAdmin('security_admin'))
    const grant = await security.post('/grants', { personId: member.id, role: 'secretary', organizationId: near.id })
    expect(grant.code).toBe('organization.closed')
    expect(next.id).not.toBe(to)
  })

  test('and claiming for it in the same moment: one of the two wins, the other learns why', async ({ world }) => {
    const [near] = world.county.branches
    const secretary = world.as(await world.aSecretary(near))
    await world.aSecretary(world.county.farBranch)
    const organizer = world.as(await world.aCountyOrganizer())
    const member = await world.aMember({ organization: near })
    const order = await world.anOpenOrder({ mode: 'collective', owner: world.county.farBranch })
    const [claim, close] = await Promise.all([
      secretary.post(`/orders/${order.id}/claims`, { organizationId: near.id, participantIds: [member.id] }),
      organizer.post(
        `/organizations/${near.id}/close`,
        { successorId: world.county.farBranch.id, reason: '支部合并' },
        version(1),
      ),
    ])
    expect(close.status).toBe(200)
    const holders = await world.deps.db.execute(`select organization_id as id from claim`)
    // The claim went first and was handed on, or came second and was refused.
    if (claim.status === 201) expect(holders).toEqual([{ id: world.county.farBranch.id }])
    else expect([claim.code, holders.length]).toEqual([expect.stringMatching(/organization.closed|auth.forbidden/), 0])
  })

  test('a town takes along what names no organization, an alliance its lead, and an old poster leads to whoever is there now', async ({
    world,
  }) => {
    const { towns, committee, branches, enterprise, alliance, id } = world.county
    const admin = world.as(await world.anAdmin('system_admin'))
    const need = await world.aNeed({ organizationId: null })
    const other = await add(admin, 'party_committee', '柳市第二党委', towns[1])
    await world.deps.withTx(id, (tx) =>
      tx.execute(`insert into alliance_member values ('${id}', '${alliance.id}', '${other.id}', 'member')`),
    )
    const close = (one: { id: string }, successor: { id: string } | null) =>
      admin.post(
        `/organizations/${one.id}/close`,
        { successorId: successor?.id ?? null, reason: '区划调整' },
        version(1),
      )
    expect((await close(committee, other)).status).toBe(200)
    const parts = await world.deps.db.execute(
      `select organization_id as id, part from alliance_member order by part, id`,
    )
    expect(parts).toEqual([
      { id: enterprise.id, part: 'enterprise' },
      { id: other.id, part: 'lead' },
      { id: branches[1].id, part: 'member' },
    ])
    expect((await close(towns[0], null)).fields).toEqual({ successorId: 'organization.still_holding' })
    expect((await close(towns[0], towns[1])).status).toBe(200)
    expect(await world.deps.db.execute(`select town_id from need where id = '${need.id}'`)).toEqual([
      { town_id: towns[1].id },
    ])
    const words = { body: '车间想要一间母婴室', category: 'care', requesterKind: 'worker', requesterName: '一名女工' }
    for (const where of [{ townId: towns[0].id }, { organizationId: towns[0].id }]) {
      const sent = (await world.anonymous().post(`/counties/${id}/needs`, { ...words, ...where })).as(NeedReceipt)
      expect(sent.need.town?.id).toBe(towns[1].id)
    }
    expect((await world.anonymous().get(`/counties/${id}/desks/${towns[0].id}`)).body).toMatchObject({
      id: towns[1].id,
    })
  })
})
