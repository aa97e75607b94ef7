import type { Actor } from '@dj/shared/policy.ts'
import type { Role } from '@dj/shared/county/people/role.ts'
import type { County, Organization, Person, World } from '../support/world.ts'
import type { Relation } from './expected.ts'
import { buildThing, type Thing, type ThingKind } from './things.ts'

export const nowhere = '00000000-0000-7000-8000-000000000000'

/** Somebody with this role and no other, and where they stand. */
export async function someone(world: World, role: Role): Promise<{ person: Person; at: Organization; actor: Actor }> {
  const { root, towns, branches, enterprise, alliance } = world.county
  const places: Partial<Record<Role, Organization>> = {
    member: branches[0],
    worker: enterprise,
    secretary: branches[0],
    alliance_lead: alliance,
    town_organizer: towns[0],
    scout: towns[0],
  }
  const at = places[role] ?? root
  const self = role === 'member' || role === 'worker'
  const person = await world.aPerson(
    self ? { kind: role, home: at } : { kind: 'staff', home: at, roles: [{ role, organization: at }] },
  )
  const { countyId, id: personId, accountId, kind, homeOrganizationId } = person
  const grants = self ? [] : [{ role, organizationId: at.id }]
  return { person, at, actor: { countyId, personId, accountId, kind, homeOrganizationId, grants } }
}

export type Stage = (
  kind: ThingKind,
  relation: Relation,
) => Promise<{ id: string; thing: Thing | null; organization?: Organization }>

/** Everything of every kind in every relation to one person, each built once. */
export async function stageFor(world: World, person: Person, at: Organization): Promise<Stage> {
  const { county } = world
  const other = await world.otherCounty()
  const neighbour = at.id === county.branches[1].id ? county.branches[0] : county.branches[1]
  const resident = (home: Organization, of: County) => world.aMember({ organization: home, county: of })
  const [colleague, near, far] = [
    await resident(at, county),
    await resident(neighbour, county),
    await resident(county.farBranch, county),
  ]
  const [stranger, strangers] = [await resident(other.branches[0], other), await resident(other.branches[0], other)]
  const places = {
    self: { at, whose: person, another: colleague },
    'same organization': { at, whose: colleague, another: near },
    'same town': { at: neighbour, whose: near, another: far },
    'same county': { at: county.farBranch, whose: far, another: near },
    'other county': { at: other.branches[0], whose: stranger, another: strangers },
  }
  const built = new Map<string, Promise<Thing>>()
  return async (kind, relation) => {
    if (relation === 'non-existent') return { id: nowhere, thing: null }
    const key = `${kind} ${relation}`
    const thing = await (built.get(key) ?? built.set(key, buildThing(world, kind, places[relation])).get(key))
    if (!thing) throw new Error(`${key} was not built`)
    return relation === 'other county' ? { ...thing, thing: null } : { ...thing, thing }
  }
}
