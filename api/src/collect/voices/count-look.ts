import { countDone, recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { MustWait } from '../../platform/http/guard/must-wait.ts'

/** Somebody who telephones without a pause makes fewer calls; a copy of the whole list makes more. */
const LOOKS_AN_HOUR = 30
const HOUR_MS = 3_600_000

interface Look {
  countyId: string
  needId: string
  by: string
  at: Date
  data: Record<string, unknown>
}

/**
 * Records that somebody looked at a contact. The last look that an hour allows is told to the audit administrator.
 * Errors: rate_limited with the wait.
 */
export async function recordLook(tx: Tx, { countyId, by, at, ...look }: Look): Promise<void> {
  const since = new Date(at.getTime() - HOUR_MS)
  const { count, first } = await countDone(tx, { countyId, kind: 'need.contact_revealed', by, since })
  if (count >= LOOKS_AN_HOUR) throw new MustWait('rate_limited', (first?.getTime() ?? at.getTime()) - since.getTime())
  await recordEvent(tx, { countyId, kind: 'need.contact_revealed', at, by, ...look })
  if (count + 1 < LOOKS_AN_HOUR) return
  const data = { personId: by, count: LOOKS_AN_HOUR }
  await recordEvent(tx, { countyId, kind: 'person.reveals_many', at, by, data })
}
