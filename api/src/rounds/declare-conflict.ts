import { upsertConflict } from '@dj/db/queries/declared-conflicts.ts'
import { recordEvent } from '@dj/db/queries/events.ts'
import { findOrganization } from '@dj/db/queries/organizations.ts'
import type { Actor } from '@dj/shared/people/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { ConflictView, DeclareConflict } from '@dj/shared/round/round.schema.ts'
import type { Deps } from '../deps.ts'
import type { Sent } from '../http/spec.ts'

/** An inspector says where they have an interest; assignment keeps them away from everything below it. */
export function declareConflict(
  deps: Deps,
  input: DeclareConflict & { actor: Actor },
): Promise<Sent<typeof ConflictView>> {
  const { actor, organizationId, reason } = input
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    if (!(await findOrganization(tx, countyId, organizationId)))
      throw new Refused('need.organization_unknown', 'organizationId')
    await upsertConflict(tx, { countyId, personId, organizationId, reason, declaredAt: at })
    await recordEvent(tx, { countyId, kind: 'conflict.declared', at, by: personId, data: { organizationId, reason } })
    return { organizationId, reason, declaredAt: at.toISOString() }
  })
}
