import { type Deps, inCounty } from '@dj/api/platform/deps.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { holdsPlace } from '@dj/shared/build/order/order.rules.ts'
import { claimsOf } from '@dj/db/queries/claim/claims.ts'
import type { adminRoles, GrantedRole } from '@dj/shared/county/people/role.ts'
import { test as base } from 'vitest'
import { type Client, clientOf } from './client.ts'
import { MORNING, MovableClock } from './clock.ts'
import { asApp, countyDatabase, type FreshDatabase, freshDatabase } from './database.ts'
import { type OpenApp, openApp } from './open-app.ts'
import { type BuiltNeed, type BuiltOrder, buildNeed, buildOrder, type OrderWish } from './orders.ts'
import { buildPerson, type NewPerson, type Person } from './people.ts'
import { buildCounty, buildHomeCounty, type County, type Organization } from './places.ts'

export type { Client, Reply } from './client.ts'
export type { BuiltOrder } from './orders.ts'
export type { Person } from './people.ts'
export type { County, Organization } from './places.ts'

type Wish = Partial<Omit<NewPerson, 'countyId'>> & { county?: County }

/** The whole server on a database of its own, and builders that mention only what matters. */
export class World {
  readonly clock = new MovableClock(MORNING)
  readonly url: string
  readonly #opened: OpenApp[] = []
  #county: County | undefined
  #other: Promise<County> | undefined
  #author: Promise<readonly [Person, Person]> | undefined

  constructor(url: string) {
    this.url = url
  }

  /** One more process on the same database, with its own caches and connections. */
  async process(): Promise<OpenApp & { as(person: Person): Client; anonymous(): Client }> {
    const open = await openApp(asApp(this.url), this.clock.now)
    this.#opened.push(open)
    return { ...open, as: (person) => clientOf(open, person.cookie), anonymous: () => clientOf(open, null) }
  }

  /** With the county that its database holds already, or one built now. */
  async begin(county?: County): Promise<this> {
    await this.process()
    this.#county = county ?? (await buildHomeCounty(this.open))
    return this
  }

  end = () => Promise.all(this.#opened.map((open) => open.end()))

  get open(): OpenApp {
    return must(this.#opened[0], 'the beginning of the world')
  }
  /** As a request of the home county has them. */
  get deps(): Deps {
    return this.#county ? inCounty(this.open.deps, this.#county.id) : this.open.deps
  }
  get county(): County {
    return must(this.#county, 'the beginning of the world')
  }

  /** Another county, for what must look as if it did not exist. */
  otherCounty(): Promise<County> {
    return (this.#other ??= this.aCounty('330381', '瑞安市'))
  }
  aCounty(id: string, name: string): Promise<County> {
    return buildCounty(this.open, id, name)
  }

  as(person: Person, address?: string): Client {
    return clientOf(this.open, person.cookie, address)
  }
  anonymous(address?: string): Client {
    return clientOf(this.open, null, address)
  }

  aPerson({ county = this.county, kind = 'member', home = null, ...wish }: Wish = {}): Promise<Person> {
    return buildPerson(this.open, { countyId: county.id, kind, home, ...wish })
  }
  aMember({ organization, ...wish }: Wish & { organization?: Organization } = {}): Promise<Person> {
    return this.aPerson({ home: organization ?? (wish.county ?? this.county).branches[0], ...wish })
  }
  aWorker({ organization, ...wish }: Wish & { organization?: Organization } = {}): Promise<Person> {
    return this.aPerson({ kind: 'worker', home: organization ?? (wish.county ?? this.county).enterprise, ...wish })
  }
  /** A member who leads an organization, the first branch without one, and is at home there. */
  aSecretary(of?: Organization, wish: Wish = {}): Promise<Person> {
    const organization = of ?? (wish.county ?? this.county).branches[0]
    return this.aPerson({ home: organization, roles: [{ role: 'secretary', organization }], ...wish })
  }
  anAllianceLead(wish: Wish = {}): Promise<Person> {
    const { alliance, committee } = wish.county ?? this.county
    return this.aPerson({ home: committee, roles: [{ role: 'alliance_lead', organization: alliance }], ...wish })
  }
  /** Desks are staff unless asked otherwise, so that a test sees their role alone. */
  aTownOrganizer(of?: Organization, wish: Wish = {}): Promise<Person> {
    return this.#desk('town_organizer', of ?? (wish.county ?? this.county).towns[0], wish)
  }
  aCountyOrganizer(wish: Wish = {}): Promise<Person> {
    return this.#desk('county_organizer', undefined, wish)
  }
  anInspector(wish: Wish = {}): Promise<Person> {
    return this.#desk('inspector', undefined, wish)
  }
  anOperator(wish: Wish = {}): Promise<Person> {
    return this.#desk('operator', undefined, wish)
  }
  aScout(of?: Organization, wish: Wish = {}): Promise<Person> {
    return this.#desk('scout', of ?? (wish.county ?? this.county).towns[0], wish)
  }
  anAdmin(role: (typeof adminRoles)[number], wish: Wish = {}): Promise<Person> {
    return this.#desk(role, undefined, wish)
  }
  #desk(role: GrantedRole, of: Organization | undefined, wish: Wish): Promise<Person> {
    const organization = of ?? (wish.county ?? this.county).root
    return this.aPerson({ kind: 'staff', roles: [{ role, organization }], ...wish })
  }

  /** A received need, of the enterprise without an organization. */
  aNeed({
    organization,
    ...wish
  }: Parameters<typeof buildNeed>[2] & { organization?: Organization } = {}): Promise<BuiltNeed> {
    return buildNeed(this.open, organization ?? this.county.enterprise, wish)
  }
  /** A C order of the first branch, open with one place for anyone, unless asked otherwise. */
  async anOpenOrder(wish: Partial<OrderWish> = {}): Promise<BuiltOrder> {
    const owner = wish.owner ?? this.#ownerOf(wish.tier)
    const [author, publisher] = await (this.#author ??= Promise.all([this.aPerson(), this.aPerson()]))
    return buildOrder(this.open, { authorId: author.id, publisherId: publisher.id, ...wish, owner })
  }
  #ownerOf(tier: OrderWish['tier'] = 'C'): Organization {
    return { A: this.county.root, B: this.county.towns[0], C: this.county.branches[0] }[tier]
  }

  /** The claims that hold a place of the order now. */
  async liveClaimsOn(orderId: string, { countyId = this.county.id, cycle = 1 } = {}) {
    const claims = await claimsOf(this.deps.db, countyId, orderId, cycle)
    return claims.filter((claim) => holdsPlace(claim.state))
  }
}

async function inAWorld(
  { url, drop }: FreshDatabase,
  use: (world: World) => Promise<void>,
  begin: (world: World) => Promise<unknown>,
): Promise<void> {
  const world = new World(url)
  await begin(world)
  await use(world)
  await world.end()
  await drop()
}

export const test = base.extend<{ world: World }>({
  world: async ({ task: _ }, use) => {
    const database = await countyDatabase()
    await inAWorld(database, use, (world) => world.begin(database.county))
  },
})

/** The world before set-up: no county. */
export const emptyTest = base.extend<{ world: World }>({
  world: async ({ task: _ }, use) => inAWorld(await freshDatabase(), use, (world) => world.process()),
})
