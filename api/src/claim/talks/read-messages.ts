import { markRead, messagesOf } from '@dj/db/queries/claim/talks.ts'
import type { MessagePage, MessagesBefore, ReceiptMessagesBefore } from '@dj/shared/claim/talk/talk.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { type ByReceipt, holdTalkOfCode } from './requester-standing.ts'
import { holdTalk } from './standing.ts'
import { toMessagePage } from './talk.view.ts'

interface Input {
  actor: Actor
  claimId: string
  needId: string
}

/** The actor has seen a conversation up to that message: it no longer waits for them. */
export function readMessages(deps: Deps, { actor, claimId, needId, until }: Input & { until: string }): Promise<void> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx) => {
    await holdTalk(tx, actor, { claimId, needId })
    await markRead(tx, { countyId, claimId, needId, personId, messageId: until })
  })
}

type Page = Promise<Sent<typeof MessagePage>>

/** What was said before a message, the newest of it. */
export function earlierMessages(deps: Deps, { actor, claimId, needId, before }: Input & MessagesBefore): Page {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx) => {
    const { row, side } = await holdTalk(tx, actor, { claimId, needId })
    const said = await messagesOf(tx, { countyId, claimIds: [claimId], needId, before, personId })
    return toMessagePage(said, row, side, personId)
  })
}

/** The same for a requester who comes with the receipt code. */
export function earlierByReceipt(deps: Deps, { claimId, before, ...using }: ReceiptMessagesBefore & ByReceipt): Page {
  const countyId = using.code.slice(0, 6)
  return deps.withTx(countyId, async (tx) => {
    const { row, need } = await holdTalkOfCode(tx, using, claimId)
    const said = await messagesOf(tx, { countyId, claimIds: [claimId], needId: need.id, before, personId: null })
    return toMessagePage(said, row, 'requester', null)
  })
}
