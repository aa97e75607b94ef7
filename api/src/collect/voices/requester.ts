import { findOrganization, type OrganizationRow } from '@dj/db/queries/county/organizations.ts'
import { requesterFacts } from '@dj/db/queries/collect/needs.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { RaiseNeed, RequesterKind } from '@dj/shared/collect/need/need.schema.ts'
import { partyKinds } from '@dj/shared/county/organization/organization.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'

/** Whose need it is, and who took it in. */
export interface Requester {
  requesterKind: RequesterKind
  requesterName: string
  requesterPersonId: string | null
  organizationId: string | null
  townId: string | null
  enteredBy: string
  holderId: string | null
}

type Asked = Pick<RaiseNeed, 'channel' | 'requesterKind' | 'requesterName' | 'organizationId'>

/** Someone a need was recorded for without a name. */
const unnamed = '未具名'

/** For oneself, or for somebody else: then whoever records it takes it in and stays responsible. (首问负责) [001] */
export async function requesterOf(tx: Tx, actor: Actor, asked: Asked): Promise<Requester> {
  return isForOneself(actor, asked) ? oneself(tx, actor) : somebodyElse(tx, actor, asked)
}

const ownKind = (actor: Actor): RequesterKind =>
  actor.kind === 'member' || actor.kind === 'probationary' ? 'member' : 'worker'

const isForOneself = (actor: Actor, { channel, requesterKind, requesterName, organizationId }: Asked): boolean =>
  channel === 'self_service' &&
  requesterName === undefined &&
  (requesterKind === undefined || requesterKind === ownKind(actor)) &&
  (organizationId === undefined || organizationId === actor.homeOrganizationId)

async function oneself(tx: Tx, actor: Actor): Promise<Requester> {
  const me = must(await requesterFacts(tx, actor.countyId, actor.personId), 'the person who asks')
  return {
    requesterKind: ownKind(actor),
    requesterName: me.alias,
    requesterPersonId: actor.personId,
    organizationId: me.organizationId,
    townId: me.townId,
    enteredBy: actor.personId,
    holderId: null,
  }
}

async function somebodyElse(tx: Tx, actor: Actor, asked: Asked): Promise<Requester> {
  const place = asked.organizationId ?? deskOf(actor)
  const organization = place === undefined ? undefined : await findOrganization(tx, actor.countyId, place)
  if (place !== undefined && !organization) throw new Refused('need.organization_unknown', 'organizationId')
  if (!may('need.raise_for_others', actor, { path: organization?.path ?? [] })) throw new Refused('auth.forbidden')
  const requesterKind = asked.requesterKind ?? kindOf(asked.organizationId === undefined ? undefined : organization)
  return {
    requesterKind,
    requesterName: asked.requesterName ?? nameOf(organization, requesterKind),
    requesterPersonId: null,
    organizationId: organization?.kind === 'county' ? null : (organization?.id ?? null),
    townId: organization?.townId ?? null,
    enteredBy: actor.personId,
    holderId: actor.personId,
  }
}

/** Where a need is filed that names no organization: at the desk of whoever records it, so that it stays in sight there. */
const deskOf = (actor: Actor): string | undefined =>
  actor.grants.find(({ role }) => role === 'secretary' || role === 'town_organizer' || role === 'county_organizer')
    ?.organizationId

function kindOf(organization: OrganizationRow | undefined): RequesterKind {
  if (organization?.kind === 'enterprise') return 'enterprise'
  return partyKinds.some((kind) => kind === organization?.kind) ? 'organization' : 'worker'
}

const nameOf = (organization: OrganizationRow | undefined, kind: RequesterKind): string =>
  kind === 'enterprise' || kind === 'organization' ? (organization?.name ?? unnamed) : unnamed
