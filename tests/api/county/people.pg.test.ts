import { ColleagueList, LogPage, PersonPage, PersonView } from '@dj/shared/county/people/people.schema.ts'
import { addDays, civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { expect } from 'vitest'
import { test, type World } from '../../support/world.ts'

const password = 'correct horse battery'
const newcomer = (more: object = {}) => ({
  alias: '向阳',
  name: '李明',
  phone: '13800000000',
  kind: 'member',
  homeOrganizationId: null,
  username: 'li.ming',
  ...more,
})
const nowhere = '00000000-0000-7000-8000-000000000000'

test('the system administrator adds a person', async ({ world }) => {
  const admin = await world.anAdmin('system_admin')
  const [branch] = world.county.branches
  const reply = await world.as(admin).post('/people', newcomer({ homeOrganizationId: branch.id, username: 'Li.Ming' }))
  expect(reply.status).toBe(201)
  expect(reply.as(PersonView)).toMatchObject({
    alias: '向阳',
    name: '李明',
    username: 'li.ming',
    status: 'active',
    version: 1,
    homeOrganization: { id: branch.id, name: branch.name },
  })
})

test('a second click adds nobody, and a username is taken once, whoever comes first', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const first = await admin.post('/people', newcomer(), { key: 'add-li-ming' })
  const second = await admin.post('/people', newcomer(), { key: 'add-li-ming' })
  expect([second.status, second.as(PersonView)]).toEqual([201, first.as(PersonView)])
  const taken = await admin.post('/people', newcomer())
  expect([taken.status, taken.fields]).toEqual([409, { username: 'person.username_taken' }])
  const rivals = await Promise.all(
    [1, 2].map(() => admin.post('/people', newcomer({ username: 'rival', phone: '13900000000' }))),
  )
  expect(rivals.map((reply) => reply.status).toSorted()).toEqual([201, 409])
})

test('every mistake in a new person is named at its field', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const reply = await admin.post('/people', {
    ...newcomer({ alias: '', username: '1', phone: 'none', kind: 'boss' }),
    county_id: '330381',
  })
  expect(reply.status).toBe(422)
  expect(Object.keys(reply.fields).toSorted()).toEqual(['alias', 'county_id', 'kind', 'phone', 'username'])
})

test('a home in another county is as unknown as one that does not exist', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const far = await world.otherCounty()
  for (const homeOrganizationId of [far.branches[0].id, nowhere]) {
    const reply = await admin.post('/people', newcomer({ homeOrganizationId }))
    expect([reply.status, reply.fields]).toEqual([422, { homeOrganizationId: 'person.organization_unknown' }])
  }
})

test('names are for the system administrator alone: the security administrator sees aliases', async ({ world }) => {
  const member = await world.aMember({ alias: '青禾' })
  const seenBy = async (role: 'system_admin' | 'security_admin') => {
    const page = (await world.as(await world.anAdmin(role)).get('/people?kind=member')).as(PersonPage)
    return page.items.map(({ id, alias, name }) => [id, alias, name !== null])
  }
  expect(await seenBy('system_admin')).toEqual([[member.id, '青禾', true]])
  expect(await seenBy('security_admin')).toEqual([[member.id, '青禾', false]])
})

test('people are found by home, kind and words, page by page, within the county', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const [first, second] = world.county.branches
  const far = await world.otherCounty()
  await world.aMember({ organization: far.branches[0], county: far })
  for (const alias of ['石榴', '松涛', '海燕']) await world.aMember({ organization: first, alias })
  await world.aMember({ organization: second, alias: '晨光' })
  const aliases = async (query: string) =>
    (await admin.get(`/people?${query}`)).as(PersonPage).items.map((p) => p.alias)
  expect(await aliases(`organizationId=${first.id}`)).toEqual(['海燕', '松涛', '石榴'])
  expect(await aliases(`organizationId=${world.county.committee.id}&q=晨`)).toEqual(['晨光'])
  expect(await aliases('q=%25')).toEqual([])
  const page = (await admin.get('/people?kind=member&limit=3')).as(PersonPage)
  expect([page.items.length, page.total]).toEqual([3, 4])
  const rest = (await admin.get(`/people?kind=member&limit=3&cursor=${page.nextCursor}`)).as(PersonPage)
  expect(rest.items.map((p) => p.alias)).toEqual(['石榴'])
  expect(rest.nextCursor).toBeNull()
  expect((await admin.get('/people?cursor=nonsense')).code).toBe('request.bad_cursor')
})

test('an edit carries the version it was made on', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const member = await world.aMember()
  const path = `/people/${member.id}`
  const edited = (await admin.patch(path, { alias: '春晖', name: '王芳', phone: null }, { version: 1 })).as(PersonView)
  expect(edited).toMatchObject({ alias: '春晖', name: '王芳', version: 2 })
  expect((await admin.patch(path, { alias: '山泉' }, { version: 1 })).code).toBe('request.stale_version')
  expect((await admin.patch(path, { alias: '山泉' })).code).toBe('request.version_missing')
  const rivals = await Promise.all(['甲', '乙'].map((alias) => admin.patch(path, { alias }, { version: 2 })))
  expect(rivals.map((reply) => reply.status).toSorted()).toEqual([200, 412])
})

test('somebody of another county, or nobody, cannot be edited', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const far = await world.otherCounty()
  const stranger = await world.aMember({ county: far })
  const replies = await Promise.all(
    [stranger.id, nowhere, 'x'].map((id) => admin.patch(`/people/${id}`, {}, { version: 1 })),
  )
  expect(replies.map((reply) => reply.code)).toEqual(['not_found', 'not_found', 'not_found'])
})

test('who is suspended is out at once, in every process, and cannot come back in', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const member = await world.aMember({ username: 'li.ming', password })
  const elsewhere = (await world.process()).as(member)
  expect((await elsewhere.get('/session')).status).toBe(200)
  expect((await admin.patch(`/people/${member.id}`, { status: 'suspended' }, { version: 1 })).status).toBe(200)
  expect((await world.as(member).get('/session')).status).toBe(401)
  expect((await elsewhere.post('/needs', {})).status).toBe(401)
  await expect.poll(async () => (await elsewhere.get('/session')).status).toBe(401)
  const reply = await world.anonymous().post('/session', { username: 'li.ming', password })
  expect([reply.status, reply.code]).toEqual([403, 'auth.suspended'])
  expect((await world.anonymous().post('/session', { username: 'li.ming', password: 'wrong' })).code).toBe(
    'auth.wrong_credentials',
  )
  await admin.patch(`/people/${member.id}`, { status: 'active' }, { version: 2 })
  expect((await world.as(member).get('/session')).status).toBe(401)
  expect((await world.anonymous().post('/session', { username: 'li.ming', password })).status).toBe(200)
})

test('nobody suspends themselves, and who holds a role does not leave', async ({ world }) => {
  const admin = await world.anAdmin('system_admin')
  const secretary = await world.aSecretary()
  const oneself = await world.as(admin).patch(`/people/${admin.id}`, { status: 'suspended' }, { version: 1 })
  expect([oneself.status, oneself.code]).toEqual([409, 'person.not_oneself'])
  const leaving = await world.as(admin).patch(`/people/${secretary.id}`, { status: 'left' }, { version: 1 })
  expect([leaving.status, leaving.code]).toEqual([409, 'person.still_responsible'])
})

test('whoever alone is responsible is not suspended by one administrator; with a second one they are', async ({
  world,
}) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const auditor = await world.anAdmin('audit_admin')
  const suspend = () => admin.patch(`/people/${auditor.id}`, { status: 'suspended' }, { version: 1 })
  const alone = await suspend()
  expect([alone.status, alone.code, alone.fields]).toEqual([409, 'grant.last_one', { status: 'grant.last_one' }])
  await world.anAdmin('audit_admin')
  expect((await suspend()).status).toBe(200)
})

test('a mobile number with an extension is no second telephone', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const person = { alias: '向阳', name: '李明', kind: 'member', homeOrganizationId: null, username: 'li.ming' }
  const refused = await admin.post('/people', { ...person, phone: '13812345678-1' })
  expect(refused.fields).toEqual({ phone: 'field.invalid' })
})

const colleagues = async (world: World, who: Parameters<World['as']>[0], query = '') =>
  (await world.as(who).get(`/colleagues${query}`)).as(ColleagueList).items.map((one) => one.alias)

test('a secretary sees their own people by alias, and others of the county only by asking for an alias', async ({
  world,
}) => {
  const [first, second] = world.county.branches
  const secretary = await world.aSecretary(first, { alias: '一支书记' })
  await world.aMember({ organization: world.county.group, alias: '石榴' })
  await world.aMember({ organization: second, alias: '石竹' })
  await world.aWorker({ alias: '小石' })
  await world.aTownOrganizer(undefined, { alias: '石组织员' })
  const far = await world.otherCounty()
  await world.aMember({ county: far, alias: '石外县' })
  expect(await colleagues(world, secretary)).toEqual(['一支书记', '石榴'])
  expect((await colleagues(world, secretary, '?q=石')).toSorted()).toEqual(['小石', '石榴', '石竹'].toSorted())
  expect((await colleagues(world, secretary, '?q=石'))[0]).toBe('石榴')
  expect(await colleagues(world, secretary, '?q=石组&staff=true')).toEqual(['石组织员'])
  expect(await colleagues(world, secretary, `?organizationId=${second.id}`)).toEqual(['石竹'])
  expect(await colleagues(world, secretary, `?organizationId=${far.branches[0].id}`)).toEqual([])
})

test('an alliance lead sees the people of the organizations that joined', async ({ world }) => {
  const lead = await world.anAllianceLead({ alias: '秘书长' })
  await world.aMember({ organization: world.county.branches[1], alias: '石竹' })
  await world.aMember({ organization: world.county.farBranch, alias: '远山' })
  await world.aWorker({ alias: '小林' })
  expect((await colleagues(world, lead)).toSorted()).toEqual(['小林', '石竹', '秘书长'].toSorted())
})

test('every change of a person is in the log, without a name', async ({ world }) => {
  const [admin, auditor] = [await world.anAdmin('system_admin'), await world.anAdmin('audit_admin')]
  const added = (await world.as(admin).post('/people', newcomer())).as(PersonView)
  await world.as(admin).patch(`/people/${added.id}`, { name: '王芳', status: 'suspended' }, { version: 1 })
  const log = await world.as(auditor).get('/log?limit=3')
  expect(log.body).toMatchObject({
    items: [
      { kind: 'person.edited', by: admin.id, data: { fields: ['name', 'status'], status: 'suspended' } },
      { kind: 'account.code_issued', by: admin.id, subject: { kind: 'person', id: added.id } },
      { kind: 'person.added', by: admin.id, subject: { kind: 'person', id: added.id } },
    ],
  })
  expect(JSON.stringify(log.body)).not.toMatch(/王芳|李明|13800000000/)
})

test('the log names who did what by alias, and is narrowed by person, object, day and words', async ({ world }) => {
  const admin = await world.anAdmin('system_admin', { alias: '系统管理员老何' })
  const added = (await world.as(admin).post('/people', newcomer())).as(PersonView)
  const auditor = world.as(await world.anAdmin('audit_admin'))
  const ask = async (query: string) => (await auditor.get(`/log?limit=50&${query}`)).as(LogPage).items
  const about = await ask(`about=${added.id}`)
  expect(about.map(({ kind }) => kind)).toEqual(['account.code_issued', 'person.added'])
  for (const { byAlias, subject } of about) expect([byAlias, subject?.name]).toEqual(['系统管理员老何', added.alias])
  const today = civilDateOf(world.deps.now())
  const found = async (query: string) => (await ask(query)).filter(({ by }) => by === admin.id).length
  expect(await found(`from=${today}&until=${today}`)).toBe(about.length)
  expect(await found(`until=${addDays(today, -1)}`)).toBe(0)
  expect(await found(`q=${added.id.toUpperCase()}`)).toBe(about.length)
  expect(await found('q=%25')).toBe(0)
})
