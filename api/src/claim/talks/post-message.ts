import { countMessages, insertMessage, markRead, type TalkRow } from '@dj/db/queries/claim/talks.ts'
import { lockClaim } from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { messagesAnHour, talkRefusal } from '@dj/shared/claim/talk/talk.rules.ts'
import type { MessagePosted, PostByReceipt, PostMessage, TalkSide } from '@dj/shared/claim/talk/talk.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import { MustWait } from '../../platform/http/guard/must-wait.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { type ByReceipt, holdTalkOfCode } from './requester-standing.ts'
import { holdTalk } from './standing.ts'

type Reply = Promise<Sent<typeof MessagePosted>>

/** Says something in a conversation. Written once; the timeline tells that it was said, never what. */
export function postMessage(
  deps: Deps,
  { actor, claimId, needId, words }: PostMessage & { actor: Actor; claimId: string; needId: string },
): Reply {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    await lockClaim(tx, countyId, claimId)
    const { row, side } = await holdTalk(tx, actor, { claimId, needId })
    return store(tx, { countyId, row, side, personId, at }, words)
  })
}

/** The same for a requester who comes with the receipt code. */
export function postByReceipt(deps: Deps, { words, claimId, ...using }: PostByReceipt & ByReceipt): Reply {
  const countyId = using.code.slice(0, 6)
  return deps.withTx(countyId, async (tx, at) => {
    await lockClaim(tx, countyId, claimId)
    const { row, need } = await holdTalkOfCode(tx, using, claimId)
    return store(tx, { countyId, row, side: 'requester', personId: need.requesterPersonId, at }, words)
  })
}

interface Speaking {
  countyId: string
  row: TalkRow
  side: TalkSide
  personId: string | null
  at: Date
}

const hour = 3_600_000

/** Under the lock of the claim: it does not end, and nobody else writes, meanwhile. */
async function store(tx: Tx, { countyId, row, side, personId, at }: Speaking, words: string): Reply {
  refuseIf(talkRefusal(row.state))
  const talk = { countyId, claimId: row.claim_id, needId: row.need_id }
  const since = new Date(at.getTime() - hour)
  const { n, first } = await countMessages(tx, { ...talk, side, since })
  if (n >= messagesAnHour) throw new MustWait('rate_limited', Date.parse(first ?? '') - since.getTime() || hour)
  const id = newId()
  const stored = await insertMessage(tx, { ...talk, id, side, personId, words, at })
  if (personId !== null) await markRead(tx, { ...talk, personId, messageId: id })
  const by = side === 'requester' ? null : personId
  const of = { countyId, at, by, orderId: row.order_id, claimId: row.claim_id }
  await recordEvent(tx, { ...of, kind: 'claim.message_posted', data: { side } })
  return { id, at: wireInstant(stored) }
}
