import { recordOf } from '@dj/db/queries/claim/my-record.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { MyRecord } from '@dj/shared/claim/claim/record.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

/** What I have done for others, and what they said of it. */
export async function readRecord(deps: Deps, { actor }: { actor: Actor }): Promise<Sent<typeof MyRecord>> {
  const row = must(await recordOf(deps.db, actor.countyId, actor.personId), 'a record')
  return { ...row, thanks: row.thanks.map((said) => ({ ...said, at: wireInstant(said.at) })) }
}
