import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { insertContacts, insertNeed, type NewNeed, respondTerm } from '@dj/db/queries/collect/needs.ts'
import { firstReceiver } from '@dj/db/queries/collect/first-receiver.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { indexTerms } from '@dj/db/search/terms.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { NeedId } from '@dj/shared/platform/ids.ts'
import type { Contact } from '@dj/shared/collect/need/need.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import { newReceiptCode, receiptHash } from './receipt-code.ts'
import { workingTermFrom } from '../../county/calendar/working-term-from.ts'

const ATTEMPTS = 5

type Filed = Omit<
  NewNeed,
  'id' | 'state' | 'search' | 'receiptHash' | 'receivedAt' | keyof ReturnType<typeof respondTerm>
>

/** Stores a new need with its contact, its clock, its receipt and its event; one that nobody took in by hand with its first receiver. */
export async function fileNeed(
  tx: Tx,
  deps: Pick<Deps, 'salt'>,
  at: Date,
  need: Filed,
  contact: Contact | undefined,
): Promise<{ id: NeedId; receiptCode: string; receiptHash: string }> {
  const { countyId } = need
  const { settings } = await currentSettings(tx, countyId)
  if (!settings.categories.some(({ code }) => code === need.category)) {
    throw new Refused('need.category_unknown', 'category')
  }
  const term = await workingTermFrom(tx, countyId, at, settings.need.firstResponseWorkingDays)
  const search = needTerms(need)
  const { organizationId = null, townId = null, requesterPersonId: requesterId = null } = need
  const holderId = need.holderId ?? (await firstReceiver(tx, { countyId, organizationId, townId, requesterId }, at))
  const filed = await insertUnderFreshCode(tx, deps, {
    ...need,
    holderId,
    ...respondTerm(term),
    ...{ state: 'received', search, receivedAt: at },
  })
  const { channel, enteredBy = null } = need
  await Promise.all([
    insertContacts(tx, contact?.name || contact?.phone ? [{ countyId, needId: filed.id, ...contact }] : []),
    recordEvent(tx, {
      countyId,
      kind: 'need.received',
      at,
      by: enteredBy,
      needId: filed.id,
      data: { channel, holderId },
    }),
  ])
  return filed
}

async function insertUnderFreshCode(tx: Tx, deps: Pick<Deps, 'salt'>, need: Omit<NewNeed, 'id' | 'receiptHash'>) {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const receiptCode = newReceiptCode(need.countyId)
    const stored = { id: newId<NeedId>(), receiptHash: receiptHash(deps, receiptCode) }
    if (await insertNeed(tx, { ...need, ...stored })) return { ...stored, receiptCode }
  }
  throw new Error('no free receipt code was found')
}

/** What a need is found by: its words and whose they are. */
export const needTerms = (need: { body: string; requesterName: string }): string[] =>
  indexTerms(`${need.body}\n${need.requesterName}`)
