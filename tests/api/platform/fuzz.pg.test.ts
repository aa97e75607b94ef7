import { randomInt, randomUUID } from 'node:crypto'
import type { Route } from '@dj/api/platform/http/spec.ts'
import type { Components } from '@dj/api/main/openapi/json-schema.ts'
import { refusalsOf } from '@dj/api/main/openapi/refusals.ts'
import { routes } from '@dj/api/main/routes.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { type Actor, mayAnywhere } from '@dj/shared/policy.ts'
import { Role } from '@dj/shared/county/people/role.ts'
import { ProblemView } from '@dj/shared/problem.ts'
import { expect } from 'vitest'
import { someone } from '../../policy/stage.ts'
import { buildThing, thingKinds } from '../../policy/things.ts'
import { addressFor, bodyFor, Dice, type Pool } from '../../support/fuzz.ts'
import { aPhoto } from '../../support/photos.ts'
import { type County, type Organization, type Person, test, type World } from '../../support/world.ts'

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 2_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31))

// It would end the sessions everything else is asked with.
const fuzzed = routes.filter(({ spec }) => spec.operation !== 'session.delete')

test(
  `${REQUESTS} requests made from the schemas, good and spoilt: none breaks the server, each reply is as described (seed ${SEED})`,
  async ({ world }) => {
    const dice = new Dice(SEED)
    const people = await everybody(world)
    const pool = await things(world, must(people[0], 'the member').person)
    const faults: string[] = []
    const statuses = new Map<number, number>()
    for (let i = 0; i < REQUESTS; i += 1) {
      // Every operation in turn, so that each is met often.
      const route = fuzzed[i % fuzzed.length] ?? dice.pick(fuzzed)
      const { asked, response } = await ask(world, route, someoneFor(route, people, dice), dice, pool)
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      const fault = await faultOf(route, response)
      if (fault !== undefined) faults.push(`${asked}\n  ${response.status} ${fault}`)
    }
    process.stdout.write(`fuzz: seed ${SEED}, ${[...statuses].toSorted(([a], [b]) => a - b).join(' · ')}\n`)
    expect([...new Set(faults)]).toEqual([])
    // A run that only met closed doors would prove nothing.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 20)
    expect(statuses.get(201) ?? 0).toBeGreaterThan(0)
  },
  Math.max(60_000, REQUESTS * 60),
)

/** Mostly somebody whose role may do this at all; now and then anybody, or nobody. */
function someoneFor({ spec }: Route, people: readonly Caller[], dice: Dice): Caller | null {
  if (dice.chance(0.05)) return null
  const able = people.filter(({ actor }) => mayAnywhere(spec.operation, actor))
  return dice.pick(able.length === 0 || dice.chance(0.1) ? people : able)
}

interface Caller {
  person: Person
  actor: Actor
}

/** Somebody of every role, and an organizer of another county. */
async function everybody(world: World): Promise<Caller[]> {
  const { county } = world
  const other = await world.otherCounty()
  const roles = Role.options.map((role) => someone(world, role))
  const more = [aMemberHere(world, county.branches[0]), anOrganizer(world, county), anOrganizer(world, other)]
  return Promise.all([...roles, ...more])
}

const aMemberHere = async (world: World, organization: Organization) =>
  asCaller(await world.aMember({ organization }), [])

const anOrganizer = async (world: World, county: County) =>
  asCaller(await world.aCountyOrganizer({ county }), [{ role: 'county_organizer', organizationId: county.root.id }])

const asCaller = (person: Person, grants: Actor['grants']): Caller => ({
  person,
  actor: { ...person, personId: person.id, grants },
})

/** Of every kind something settled, and what can still be worked on. */
async function things(world: World, member: Person): Promise<Pool> {
  const { branches, enterprise, towns, alliance, root } = world.county
  const where = { at: branches[0], whose: member, another: await world.aMember() }
  const pool: Record<string, string[]> = {
    organ: [...branches, enterprise, ...towns, alliance, root].map(({ id }) => id),
    order: [],
    need: [],
    receipt: ['330382-7KQ2-MX4R'],
    claim: [],
    deliv: [],
    person: [where.another.id],
    grant: [],
    attac: [],
  }
  for (const kind of thingKinds) addTo(pool, kind, (await buildThing(world, kind, where)).id)
  for (let i = 0; i < 12; i += 1) {
    const need = await world.aNeed({ organization: branches[0], requesterPersonId: member.id, requesterKind: 'member' })
    pool['receipt']?.push(need.receiptCode)
    pool['need']?.push(need.id, (await world.aNeed({ organization: branches[0] })).id)
    const state = i % 4 === 0 ? ('draft' as const) : ('open' as const)
    pool['order']?.push((await world.anOpenOrder({ places: 2, needs: [need], state })).id)
  }
  return pool
}

function addTo(pool: Record<string, string[]>, kind: string, id: string): void {
  const noun = kind === 'draft' ? 'order' : Object.keys(pool).find((each) => kind.includes(each))
  pool[noun ?? 'order']?.push(id)
}

async function ask(world: World, { spec }: Route, caller: Caller | null, dice: Dice, pool: Pool) {
  const components: Components = new Map()
  const address = addressFor(spec, dice, pool, components)
  const headers = new Headers({ host: 'localhost' })
  // Signing in ends the session one had.
  if (caller && spec.operation !== 'session.create') headers.set('cookie', caller.person.cookie)
  if (spec.method === 'post' && dice.chance(0.97)) headers.set('idempotency-key', randomUUID())
  if (spec.versioned && dice.chance(0.95))
    headers.set('if-match', dice.pick(['"1"', '1', '"0"', '"999999999"', '*', 'x']))
  const value = spec.method === 'get' || spec.upload ? undefined : bodyFor(spec, dice, pool, components)
  const body = spec.upload ? await formFor(dice) : value === undefined ? null : JSON.stringify(value)
  if (typeof body === 'string') headers.set('content-type', dice.chance(0.97) ? 'application/json' : 'text/plain')
  const bindings = { incoming: { socket: { remoteAddress: `192.0.2.${dice.below(250)}` } } }
  const method = spec.method.toUpperCase()
  const response = await world.open.app.request(`/api/v1${address}`, { method, headers, body }, bindings)
  const words = typeof body === 'string' ? body.slice(0, 300) : ''
  return {
    asked: `${spec.operation} as ${caller?.person.username ?? 'nobody'}: ${method} ${address.slice(0, 200)} ${words}`,
    response,
  }
}

async function formFor(dice: Dice): Promise<FormData | string> {
  const form = new FormData()
  if (dice.chance(0.1)) return dice.pick(['', '--x\r\n', '{}'])
  const bytes = dice.chance(0.3)
    ? await aPhoto()
    : Buffer.from(dice.pick(['', 'PK\u0003\u0004', '序号,需求内容\n1,电工', '\u0000']))
  if (dice.chance(0.9))
    form.set('file', new File([new Uint8Array(bytes)], dice.pick(['a.jpg', '需求.xlsx', 'a.csv', ''])))
  if (dice.chance(0.2)) form.set(dice.pick(['decisions', 'x', 'dryRun']), dice.pick(['', '{}', '\u0000', '[1']))
  return form
}

/** What is wrong with a reply: the server broke, it is not what the schema says, or it refuses with a code nobody was told of. */
async function faultOf(route: Route, response: Response): Promise<string | undefined> {
  const { spec } = route
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('json')) {
    await response.body?.cancel()
    const isFile = spec.media !== undefined || spec.alsoAs?.some((kind) => type.startsWith(kind)) === true
    return response.status === 204 || (response.ok && isFile) ? undefined : `replies ${type}`
  }
  const body: unknown = await response.json()
  if (response.status >= 500) return JSON.stringify(body)
  if (response.ok) {
    if (response.status !== (spec.status ?? 200)) return `not ${spec.status ?? 200}`
    return spec.reply?.safeParse(body).error?.message
  }
  const problem = ProblemView.safeParse(body)
  if (!problem.success) return `no problem+json: ${JSON.stringify(body)}`
  return refusalsOf(route).some((code) => code === problem.data.code)
    ? undefined
    : `${problem.data.code} is not described`
}
