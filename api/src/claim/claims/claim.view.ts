import type { Reads } from '@dj/db/connect.ts'
import { type ClaimViewRow, findClaimView } from '@dj/db/queries/claim/claim-views.ts'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { isTimed, light } from '@dj/shared/build/order/light.rules.ts'
import { may } from '@dj/shared/policy.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { claimDeadlineView } from '../../build/orders/deadline.view.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

export interface Seeing {
  actor: Actor
  settings: CountySettings
  at: Date
}

export function toClaimView(row: ClaimViewRow, { actor, settings, at }: Seeing): Sent<typeof ClaimView> {
  const lastReportAt = row.last_report_at === null ? null : new Date(row.last_report_at)
  const clock = { startedAt: new Date(row.started_at), lastReportAt, dueAt: new Date(row.due_at) }
  const mine = actsFor(row, actor)
  return {
    id: row.id,
    version: row.version,
    order: {
      id: row.order_id,
      number: row.number,
      title: row.title,
      tier: row.tier,
      ownerName: row.owner_name,
      dueOn: row.due_on,
    },
    place: row.place,
    cycle: row.cycle,
    state: row.state,
    claimantKind: row.claimant_kind,
    claimant: row.claimant,
    organizationId: row.organization_id,
    mine,
    startedAt: wireInstant(row.started_at),
    dueAt: wireInstant(row.due_at),
    deadline: claimDeadlineView(clockOf(row), { state: row.order_state, held: row.held }, settings),
    extended: row.extended,
    respondBy: wireInstantOrNull(row.respond_by),
    endedAt: wireInstantOrNull(row.ended_at),
    endReason: row.end_reason,
    lastReportAt: wireInstantOrNull(row.last_report_at),
    share: row.share,
    light: isTimed(row.state, row.order_state) ? light(clock, at, settings.light) : null,
    notSolvedOnce: row.not_solved_once,
    // Who takes part concerns those who take part; others see the organization.
    participants: mine || row.participants.some((each) => each.personId === actor.personId) ? row.participants : [],
  }
}

const clockOf = (row: ClaimViewRow) => ({
  ...{
    state: row.state,
    dueAt: row.due_at,
    warnedAt: row.warned_at,
    respondBy: row.respond_by,
    deliveredAt: row.delivered_at,
  },
})

/** The member who claimed, or whoever leads the organization that did. */
export const actsFor = (
  claim: { claimant_kind: string; person_id: string; organization_path: readonly string[] | null },
  actor: Actor,
): boolean =>
  claim.claimant_kind === 'member'
    ? claim.person_id === actor.personId
    : claim.organization_path !== null && may('claim.take_for_organization', actor, { path: claim.organization_path })

/** The claim as it now stands, read in the transaction that changed it. */
export async function viewClaim(db: Reads, id: string, seeing: Seeing): Promise<Sent<typeof ClaimView>> {
  return toClaimView(must(await findClaimView(db, seeing.actor.countyId, id), `claim ${id}`), seeing)
}
