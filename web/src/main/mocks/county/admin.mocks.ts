import { http, HttpResponse } from 'msw'
import { grantRefusal, isResponsible } from '@dj/shared/county/people/grant.rules.ts'
import { AddPerson, EditPerson, EndGrant, GiveGrant, type PersonView } from '@dj/shared/county/people/people.schema.ts'
import { ChangeSettings } from '@dj/shared/county/settings/settings.schema.ts'
import { uuid } from '../../../platform/api/uuid.ts'
import { refuse, refuseField, refuseInput } from '../refuse.ts'
import type { World } from '../world.ts'

const strict = { reportInput: true } as const
const now = () => '2026-11-20T02:00:00.000Z'
const queryOf = (request: Request) => new URL(request.url).searchParams

/** Accounts, grants, log and settings, kept in the world's office. */
export const adminHandlers = (world: World) => [
  ...personHandlers(world),
  ...grantHandlers(world),
  ...settingsHandlers(world),
  http.get('*/api/v1/log', ({ request }) => {
    const [kind, by] = [queryOf(request).get('kind'), queryOf(request).get('by')]
    const items = world.office.log.filter(
      (one) => (kind === null || one.kind === kind) && (by === null || one.by === by),
    )
    return HttpResponse.json({ items, nextCursor: null })
  }),
  http.get('*/api/v1/log/heads', () => HttpResponse.json({ items: heads })),
]

const heads = [
  {
    day: '2026-11-20',
    seq: 1284,
    hash: '7c'.repeat(32),
    anchoredAt: '2026-11-19T23:45:00.000Z',
    countersignedBy: null,
    countersignedAt: null,
  },
  {
    day: '2026-11-19',
    seq: 1190,
    hash: '5e'.repeat(32),
    anchoredAt: '2026-11-18T23:45:00.000Z',
    countersignedBy: '审计管理员',
    countersignedAt: '2026-11-19T00:30:00.000Z',
  },
]

const personHandlers = ({ office, market }: World) => {
  const homeOf = (id: string | null) => market.organizations.find((one) => one.id === id) ?? null
  return [
    http.get('*/api/v1/people', ({ request }) => {
      const [q, kind] = [queryOf(request).get('q') ?? '', queryOf(request).get('kind')]
      const fits = (one: PersonView) => [one.alias, one.name, one.username].some((text) => text?.includes(q) === true)
      const items = office.people.filter((one) => fits(one) && (kind === null || one.kind === kind))
      return HttpResponse.json({ items, nextCursor: null, total: items.length })
    }),
    http.post('*/api/v1/people', async ({ request }) => {
      const input = AddPerson.safeParse(await request.json(), strict)
      if (!input.success) return refuseInput(input.error)
      const { phone: _, homeOrganizationId, ...words } = input.data
      if (office.people.some((one) => one.username === words.username)) {
        return refuseField('person.username_taken', 'username')
      }
      const person = {
        ...words,
        id: uuid(),
        version: 1,
        status: 'active',
        homeOrganization: homeOf(homeOrganizationId),
      }
      office.people.push(person as PersonView)
      const { alias, name, username } = words
      const slip = { kind: 'opening', alias, name, username, code: '7KQM-X2WT-9HFD', expiresAt: '2026-11-23T02:00:00Z' }
      return HttpResponse.json({ ...person, slip }, { status: 201 })
    }),
    http.patch('*/api/v1/people/:id', async ({ request, params }) => {
      const input = EditPerson.safeParse(await request.json(), strict)
      if (!input.success) return refuseInput(input.error)
      const person = office.people.find(({ id }) => id === params['id'])
      if (person === undefined) return refuse('not_found')
      if (request.headers.get('If-Match') !== `"${person.version}"`) return refuse('request.stale_version')
      const { phone: _, homeOrganizationId, ...change } = input.data
      const home = homeOrganizationId === undefined ? {} : { homeOrganization: homeOf(homeOrganizationId) }
      Object.assign(person, change, home, { version: person.version + 1 })
      return HttpResponse.json(person)
    }),
  ]
}

const grantHandlers = (world: World) => [
  http.get('*/api/v1/grants', ({ request }) => {
    const query = queryOf(request)
    const fits = (name: string, value: string) => [null, value].includes(query.get(name))
    const items = world.office.grants.filter(
      (one) => fits('role', one.role) && fits('personId', one.person.id) && fits('live', String(one.live)),
    )
    return HttpResponse.json({ items, nextCursor: null, total: items.length })
  }),
  http.post('*/api/v1/grants', async ({ request }) => {
    const input = GiveGrant.safeParse(await request.json(), strict)
    if (!input.success) return refuseInput(input.error)
    const { personId, role, organizationId, validUntil = null } = input.data
    const person = world.office.people.find(({ id }) => id === personId)
    const organization = world.market.organizations.find(({ id }) => id === organizationId)
    if (person === undefined || organization === undefined) return refuse('grant.person_unknown')
    const granterId = world.me?.person.id ?? ''
    const refusal = grantRefusal({ role, organizationKind: organization.kind, person, granterId })
    if (refusal !== undefined) return refuse(refusal)
    const grant = {
      id: uuid(),
      person,
      role,
      organization,
      validFrom: now(),
      validUntil,
      grantedBy: '安全管理员',
      live: true,
    }
    world.office.grants.unshift(grant as (typeof world.office.grants)[number])
    return HttpResponse.json(grant, { status: 201 })
  }),
  http.post('*/api/v1/grants/:id/end', async ({ request, params }) => {
    const input = EndGrant.safeParse(await request.json(), strict)
    if (!input.success) return refuseInput(input.error)
    const grant = world.office.grants.find(({ id }) => id === params['id'])
    if (grant === undefined) return refuse('not_found')
    if (isResponsible(grant.role) && input.data.successorId === undefined) {
      return refuseField('grant.last_one', 'successorId')
    }
    Object.assign(grant, { live: false, validUntil: now() })
    return HttpResponse.json(grant)
  }),
]

const settingsHandlers = ({ office, market }: World) => {
  const holders = () => (market.settings.round.plan?.seedHolderIds ?? []).map((id) => ({ id, alias: id.slice(-4) }))
  const view = () => HttpResponse.json({ settings: market.settings, seedHolders: holders(), ...office.settings })
  return [
    http.get('*/api/v1/settings', view),
    http.put('*/api/v1/settings', async ({ request }) => {
      const input = ChangeSettings.safeParse(await request.json(), strict)
      if (!input.success) return refuseInput(input.error)
      const { version } = office.settings
      if (request.headers.get('If-Match') !== `"${version}"`) return refuse('request.stale_version')
      Object.assign(market.settings, input.data.settings)
      office.settings = { version: version + 1, changedBy: '部里老林', changedAt: now(), note: input.data.note }
      return view()
    }),
  ]
}
