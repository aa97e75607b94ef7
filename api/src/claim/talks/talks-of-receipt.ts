import { messagesOf, talksOf } from '@dj/db/queries/claim/talks.ts'
import { contactStanding } from '@dj/db/queries/collect/receipts.ts'
import type { ContactStanding, TalkView } from '@dj/shared/claim/talk/talk.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { type ByReceipt, codeStanding } from './requester-standing.ts'
import { toTalkView } from './talk.view.ts'

interface ReceiptTalks {
  talks: Sent<typeof TalkView>[]
  talksShut: boolean
  contact: ContactStanding
}

/** Conversations with those who have taken a need on, for whoever its code speaks for; personal data, hence the transaction. */
export function talksOfReceipt(deps: Deps, using: ByReceipt, needId: string): Promise<ReceiptTalks> {
  const countyId = using.code.slice(0, 6)
  return deps.withTx(countyId, async (tx) => {
    const [rows, contact] = await Promise.all([
      talksOf(tx, { countyId, needId }),
      contactStanding(tx, countyId, needId),
    ])
    const talksShut = (await codeStanding(tx, using, needId)) !== undefined
    if (talksShut) return { talks: [], talksShut, contact }
    const claimIds = rows.map((row) => row.claim_id)
    const messages = await messagesOf(tx, { countyId, claimIds, needId, personId: null })
    return { talks: rows.map((row) => toTalkView(row, 'requester', messages, null)), talksShut, contact }
  })
}
