import { GrantPage, GrantView } from '@dj/shared/county/people/people.schema.ts'
import type { GrantedRole } from '@dj/shared/county/people/role.ts'
import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { expect } from 'vitest'
import { type Organization, type Person, test, type World } from '../../support/world.ts'

const nowhere = '00000000-0000-7000-8000-000000000000'

const give = (world: World, by: Person, person: { id: string }, role: GrantedRole, organization: { id: string }) =>
  world.as(by).post('/grants', { personId: person.id, role, organizationId: organization.id })
const end = (world: World, by: Person, grantId: string | undefined, more: object = {}) =>
  world.as(by).post(`/grants/${grantId}/end`, { reason: '岗位调整', ...more })
const rolesOf = async (world: World, person: Person) =>
  (await world.as(person).get('/session')).as(SessionView).roles.map((role) => role.role)

test('a role counts from the moment it is given', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const member = await world.aMember()
  expect(await rolesOf(world, member)).toEqual(['member'])
  const [branch] = world.county.branches
  const reply = await give(world, security, member, 'secretary', branch)
  expect(reply.status).toBe(201)
  expect(reply.as(GrantView)).toMatchObject({
    person: { id: member.id, alias: member.alias },
    role: 'secretary',
    organization: { id: branch.id, name: branch.name },
    validUntil: null,
    grantedBy: security.alias,
    live: true,
  })
  expect(await rolesOf(world, member)).toEqual(['member', 'secretary'])
})

test('a role that is ended is gone at once, in this process and in another', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const [branch] = world.county.branches
  const secretary = await world.aSecretary(branch)
  await world.aSecretary(branch)
  const elsewhere = (await world.process()).as(secretary)
  expect((await elsewhere.get('/colleagues')).status).toBe(200)
  expect((await world.as(secretary).get('/colleagues')).status).toBe(200)
  expect((await end(world, security, secretary.grants[0])).as(GrantView).live).toBe(false)
  expect((await world.as(secretary).get('/colleagues')).status).toBe(403)
  expect((await elsewhere.post('/orders', {})).status).toBe(403)
  await expect.poll(async () => (await elsewhere.get('/colleagues')).status).toBe(403)
})

test('a role with an end is over when its time comes', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const member = await world.aMember()
  const [branch] = world.county.branches
  const wish = { personId: member.id, role: 'secretary', organizationId: branch.id }
  const passed = await world.as(security).post('/grants', { ...wish, validUntil: '2026-11-18T02:00:00Z' })
  expect([passed.status, passed.fields]).toEqual([422, { validUntil: 'grant.until_passed' }])
  await world.as(security).post('/grants', { ...wish, validUntil: '2026-11-18T02:00:30+00:00' })
  expect((await world.as(member).get('/colleagues')).status).toBe(200)
  world.clock.advance({ seconds: 30 })
  expect((await world.as(member).get('/colleagues')).status).toBe(403)
})

test('a role fits its organization, and a party post its holder', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const { root, towns, branches, group, enterprise, alliance } = world.county
  const [member, worker, probationary] = [
    await world.aMember(),
    await world.aWorker(),
    await world.aPerson({ kind: 'probationary' }),
  ]
  const outcome = async (person: Person, role: GrantedRole, organization: Organization) =>
    (await give(world, security, person, role, organization)).code ?? 'given'
  expect(await outcome(member, 'secretary', towns[0])).toBe('grant.scope_mismatch')
  expect(await outcome(member, 'secretary', enterprise)).toBe('grant.scope_mismatch')
  expect(await outcome(member, 'alliance_lead', branches[0])).toBe('grant.scope_mismatch')
  expect(await outcome(member, 'town_organizer', root)).toBe('grant.scope_mismatch')
  expect(await outcome(member, 'county_organizer', towns[0])).toBe('grant.scope_mismatch')
  expect(await outcome(member, 'scout', branches[0])).toBe('grant.scope_mismatch')
  expect(await outcome(worker, 'secretary', group)).toBe('grant.to_worker')
  expect(await outcome(probationary, 'secretary', group)).toBe('grant.to_worker')
  expect(await outcome(worker, 'alliance_lead', alliance)).toBe('grant.to_worker')
  expect(await outcome(worker, 'scout', towns[0])).toBe('given')
  expect(await outcome(worker, 'operator', root)).toBe('given')
  expect(await outcome(member, 'secretary', group)).toBe('given')
  expect(await outcome(member, 'alliance_lead', alliance)).toBe('given')
})

test('the three administrators are three people without any other part (三员分立)', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const { root, towns } = world.county
  const [member, auditor, scout] = [await world.aMember(), await world.anAdmin('audit_admin'), await world.aScout()]
  const outcome = async (person: Person, role: GrantedRole, organization: Organization) => {
    const reply = await give(world, security, person, role, organization)
    return [reply.status, reply.code]
  }
  expect(await outcome(security, 'system_admin', root)).toEqual([409, 'grant.to_oneself'])
  expect(await outcome(member, 'audit_admin', root)).toEqual([409, 'grant.admin_and_business'])
  expect(await outcome(auditor, 'system_admin', root)).toEqual([409, 'grant.admin_and_business'])
  expect(await outcome(auditor, 'scout', towns[0])).toEqual([409, 'grant.admin_and_business'])
  expect(await outcome(scout, 'audit_admin', root)).toEqual([409, 'grant.admin_and_business'])
  const staff = await world.aPerson({ kind: 'staff' })
  expect(await outcome(staff, 'audit_admin', root)).toEqual([201, undefined])
})

test('who inspects does not lead, and the same role is held once', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const secretary = await world.aSecretary()
  const [branch] = world.county.branches
  expect((await give(world, security, secretary, 'inspector', world.county.root)).code).toBe('grant.inspector_and_doer')
  expect((await give(world, security, secretary, 'secretary', branch)).code).toBe('grant.overlaps')
  const member = await world.aMember()
  const rivals = await Promise.all([1, 2].map(() => give(world, security, member, 'secretary', branch)))
  expect(rivals.map((reply) => reply.status).toSorted()).toEqual([201, 409])
})

test('a second click gives one role', async ({ world }) => {
  const security = world.as(await world.anAdmin('security_admin'))
  const member = await world.aMember()
  const wish = { personId: member.id, role: 'secretary', organizationId: world.county.branches[0].id }
  const replies = [
    await security.post('/grants', wish, { key: 'once-only' }),
    await security.post('/grants', wish, { key: 'once-only' }),
  ]
  expect(replies.map((reply) => reply.status)).toEqual([201, 201])
  expect((await security.get(`/grants?personId=${member.id}`)).as(GrantPage).total).toBe(1)
})

test('people, places and grants of another county are as unknown as those that do not exist', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const far = await world.otherCounty()
  const stranger = await world.aSecretary(undefined, { county: far })
  const member = await world.aMember()
  const [branch] = world.county.branches
  for (const person of [stranger, { id: nowhere }]) {
    const reply = await give(world, security, person, 'secretary', branch)
    expect([reply.status, reply.fields]).toEqual([422, { personId: 'grant.person_unknown' }])
  }
  for (const place of [far.branches[0], { id: nowhere }]) {
    const reply = await give(world, security, member, 'secretary', place)
    expect([reply.status, reply.fields]).toEqual([422, { organizationId: 'person.organization_unknown' }])
  }
  for (const id of [stranger.grants[0], nowhere]) expect((await end(world, security, id)).code).toBe('not_found')
})

test('the last one responsible hands over to a successor in the same instant', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const [branch] = world.county.branches
  const secretary = await world.aSecretary(branch)
  const [heir, worker] = [await world.aMember(), await world.aWorker()]
  const [grant] = secretary.grants
  const refused = await end(world, security, grant)
  expect([refused.status, refused.fields]).toEqual([409, { successorId: 'grant.last_one' }])
  expect((await end(world, security, grant, { successorId: secretary.id })).code).toBe('grant.last_one')
  expect((await end(world, security, grant, { successorId: nowhere })).fields).toEqual({
    successorId: 'grant.person_unknown',
  })
  expect((await end(world, security, grant, { successorId: worker.id })).code).toBe('grant.to_worker')
  expect(await rolesOf(world, secretary)).toContain('secretary')
  expect((await end(world, security, grant, { successorId: heir.id })).status).toBe(200)
  expect([await rolesOf(world, secretary), await rolesOf(world, heir)]).toEqual([['member'], ['member', 'secretary']])
  expect((await end(world, security, grant, { successorId: heir.id })).code).toBe('grant.ended')
})

test('two of the last two cannot both go at once', async ({ world }) => {
  const security = [await world.anAdmin('security_admin'), await world.anAdmin('security_admin')] as const
  const [branch] = world.county.branches
  const [one, two] = [await world.aSecretary(branch), await world.aSecretary(branch)]
  const replies = await Promise.all([end(world, security[0], one.grants[0]), end(world, security[1], two.grants[0])])
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409])
})

test('a suspended colleague does not count as somebody left', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const system = await world.anAdmin('system_admin')
  const [branch] = world.county.branches
  const [one, two] = [await world.aSecretary(branch), await world.aSecretary(branch)]
  await world.as(system).patch(`/people/${two.id}`, { status: 'suspended' }, { version: 1 })
  expect((await end(world, security, one.grants[0])).code).toBe('grant.last_one')
})

test('an inspector can go without a successor', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const inspector = await world.anInspector()
  expect((await end(world, security, inspector.grants[0])).status).toBe(200)
})

test('grants are listed by role, person and whether they count now', async ({ world }) => {
  const security = await world.anAdmin('security_admin')
  const inspector = await world.anInspector()
  await world.anInspector()
  await end(world, security, inspector.grants[0])
  const ask = async (query: string) => (await world.as(security).get(`/grants?${query}`)).as(GrantPage)
  expect((await ask('role=inspector')).total).toBe(2)
  expect((await ask('role=inspector&live=true')).total).toBe(1)
  expect((await ask(`personId=${inspector.id}&live=false`)).items[0]).toMatchObject({ live: false, role: 'inspector' })
  const page = await ask('limit=1')
  const next = await ask(`limit=1&cursor=${page.nextCursor}`)
  expect(next.items[0]?.id).not.toBe(page.items[0]?.id)
  expect((await world.as(security).get('/grants?cursor=e30')).code).toBe('request.bad_cursor')
})

test('giving and ending are in the log with ids alone', async ({ world }) => {
  const auditor = await world.anAdmin('audit_admin')
  const security = await world.anAdmin('security_admin')
  const inspector = await world.anInspector()
  const member = await world.aMember()
  await end(world, security, inspector.grants[0])
  const given = (await give(world, security, member, 'inspector', world.county.root)).as(GrantView)
  const log = await world.as(auditor).get('/log?limit=2')
  expect(log.body).toMatchObject({
    items: [
      { kind: 'grant.given', by: security.id, subject: { kind: 'grant', id: given.id }, data: { personId: member.id } },
      { kind: 'grant.ended', by: security.id, subject: { kind: 'grant', id: inspector.grants[0] } },
    ],
  })
})

test('a role is asked for in full: unknown roles, keys and missing reasons are named', async ({ world }) => {
  const security = world.as(await world.anAdmin('security_admin'))
  const reply = await security.post('/grants', { role: 'emperor', validFrom: '2020-01-01T00:00:00Z' })
  expect(Object.keys(reply.fields).toSorted()).toEqual(['organizationId', 'personId', 'role', 'validFrom'])
  expect((await security.post(`/grants/${nowhere}/end`, {})).fields).toEqual({ reason: 'field.required' })
})
