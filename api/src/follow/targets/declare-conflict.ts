import { conflictsOf, upsertConflict } from '@dj/db/queries/follow/declared-conflicts.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findOrganization } from '@dj/db/queries/county/organizations.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { ConflictList, ConflictView, DeclareConflict } from '@dj/shared/follow/round/round.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { reassignConflicts } from './reassign-conflicts.ts'

type Input = DeclareConflict & { actor: Actor }

/** An inspector says where they have an interest; what they hold below it is handed on at once, and nothing more is dealt to them. */
export async function declareConflict(deps: Deps, input: Input): Promise<Sent<typeof ConflictView>> {
  const declared = await storeConflict(deps, input)
  await reassignConflicts(deps, input.actor.countyId)
  return declared
}

function storeConflict(deps: Deps, { actor, organizationId, reason }: Input): Promise<Sent<typeof ConflictView>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    if (!(await findOrganization(tx, countyId, organizationId)))
      throw new Refused('need.organization_unknown', 'organizationId')
    await upsertConflict(tx, { countyId, personId, organizationId, reason, declaredAt: at })
    await recordEvent(tx, { countyId, kind: 'conflict.declared', at, by: personId, data: { organizationId, reason } })
    return { organizationId, reason, declaredAt: at.toISOString() }
  })
}

/** What I declared myself. */
export async function listConflicts(deps: Deps, { countyId, personId }: Actor): Promise<Sent<typeof ConflictList>> {
  const rows = await conflictsOf(deps.db, countyId, personId)
  return { items: rows.map(({ declaredAt, ...row }) => ({ ...row, declaredAt: declaredAt.toISOString() })) }
}
