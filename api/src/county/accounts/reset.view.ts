import { type ListedReset, listOwnResets, listResets } from '@dj/db/queries/county/reset-lists.ts'
import type { OwnResets, ResetList, ResetView } from '@dj/shared/county/people/account.schema.ts'
import { confirmResetRefusal, withdrawResetRefusal } from '@dj/shared/county/people/reset.rules.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

const SHOWN_DAYS = 90
const MOST = 200

/** What waits, and what happened in the last quarter of a year. */
export async function listResetsFor(deps: Deps, actor: Actor): Promise<Sent<typeof ResetList>> {
  const at = deps.now()
  const since = new Date(at.getTime() - SHOWN_DAYS * 86_400_000)
  const rows = await listResets(deps.db, actor.countyId, { since, at, limit: MOST })
  return { items: rows.map((row) => toResetView(row, actor, at)) }
}

/** What others did to one's own account. */
export async function listOwnResetsFor(deps: Deps, { countyId, personId }: Actor): Promise<Sent<typeof OwnResets>> {
  const at = deps.now()
  const rows = await listOwnResets(deps.db, countyId, personId, at)
  return { items: rows.map((row) => ({ ...factsOf(row, at), told: row.ownerTold || row.issuedAt === null })) }
}

function toResetView(row: ListedReset, actor: Actor, at: Date): Sent<typeof ResetView> {
  const { personId: id, alias, username } = row
  return {
    ...factsOf(row, at),
    person: { id, alias, username },
    mayConfirm: refusalToConfirm(row, actor, at) ?? null,
    mayWithdraw:
      withdrawResetRefusal(actor, row) === undefined &&
      Date.parse(row.until) > at.getTime() &&
      may('account.withdraw_reset', actor),
    toAcknowledge: isToTell(row, actor),
  }
}

export const refusalToConfirm = (row: ListedReset, actor: Actor, at: Date) =>
  confirmResetRefusal(
    actor,
    { state: row.state, personId: row.personId, askedBy: row.askedById, until: new Date(row.until) },
    row.roles,
    at,
  )

/** The security administrator is told of what others did. */
export const isToTell = ({ kind, issuedAt, securityTold, ...row }: ListedReset, { grants, personId }: Actor): boolean =>
  grants.some(({ role }) => role === 'security_admin') &&
  kind === 'reset' &&
  issuedAt !== null &&
  !securityTold &&
  ![row.askedById, row.confirmedById, row.personId].includes(personId)

function factsOf(row: ListedReset, at: Date) {
  const { id, kind, reason, askedBy, confirmedBy } = row
  const waits = row.state === 'asked' || row.state === 'issued'
  const state = waits && Date.parse(row.until) <= at.getTime() ? ('lapsed' as const) : row.state
  return {
    ...{ id, kind, state, reason, askedBy, confirmedBy },
    askedAt: wireInstant(row.askedAt),
    issuedAt: wireInstantOrNull(row.issuedAt),
    until: wireInstant(row.until),
    endedAt: wireInstantOrNull(row.endedAt),
  }
}
