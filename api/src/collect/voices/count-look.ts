import { insertSight } from '@dj/db/queries/collect/receipts.ts'
import { countDone, recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { newId } from '../../platform/deps.ts'
import { MustWait } from '../../platform/http/guard/must-wait.ts'

/** Somebody who telephones without a pause makes fewer calls; a copy of the whole list makes more. */
const LOOKS_AN_HOUR = 30
const HOUR_MS = 3_600_000

interface Look {
  countyId: string
  needId: string
  by: string
  device: string | null
  at: Date
  data: Record<string, unknown>
}

/**
 * Records that somebody looks at a contact: on that device they do not speak for the requester. The last look that an hour
 * allows is told to the audit administrator. Every way to a contact leads through here.
 * Errors: rate_limited with the wait.
 */
export async function recordLook(tx: Tx, { countyId, by, device, at, needId, data: why }: Look): Promise<void> {
  const since = new Date(at.getTime() - HOUR_MS)
  const { count, first } = await countDone(tx, { countyId, kind: 'need.contact_revealed', by, since })
  if (count >= LOOKS_AN_HOUR) throw new MustWait('rate_limited', (first?.getTime() ?? at.getTime()) - since.getTime())
  await insertSight(tx, { countyId, id: newId(), needId, personId: by, told: null, device, at })
  await recordEvent(tx, { countyId, kind: 'need.contact_revealed', at, by, needId, data: why })
  if (count + 1 < LOOKS_AN_HOUR) return
  const data = { personId: by, count: LOOKS_AN_HOUR }
  await recordEvent(tx, { countyId, kind: 'person.reveals_many', at, by, data })
}
