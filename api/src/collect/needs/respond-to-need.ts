import { recordEvents } from '@dj/db/queries/platform/events.ts'
import { updateNeed, updateVoices } from '@dj/db/queries/collect/needs.ts'
import { actRefusal } from '@dj/shared/collect/need/need.rules.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { noHandover } from './hand-over.ts'
import { holdNeed } from './hold-need.ts'
import { viewNeed } from './read-need.ts'

type Response = { answer: string } | { reason: string }

/** Answers a need, or declines it with the reason; whoever does becomes its holder. Needs merged into it get the same response. */
export function respondToNeed(
  deps: Deps,
  { actor, needId, ...response }: Response & { actor: Actor; needId: string },
): Promise<Sent<typeof NeedView>> {
  const { countyId, personId } = actor
  const { action, kind, change } = meaningOf(response)
  return deps.withTx(countyId, async (tx, at) => {
    const need = await holdNeed(tx, actor, needId, `need.${action}`)
    refuseIf(actRefusal(need, action))
    const responded = { ...change, ...noHandover, holderId: personId, respondedAt: at }
    await updateNeed(tx, countyId, needId, responded)
    const voices = await updateVoices(tx, countyId, needId, responded)
    const event = { countyId, kind, at, by: personId }
    await recordEvents(tx, [
      { ...event, needId },
      ...voices.map((voice) => ({ ...event, needId: voice, data: { mergedIntoId: needId } })),
    ])
    return viewNeed(tx, { actor, needId })
  })
}

const meaningOf = (response: Response) =>
  'answer' in response
    ? {
        action: 'answer' as const,
        kind: 'need.answered' as const,
        change: { state: 'answered' as const, answer: response.answer, declineReason: null },
      }
    : {
        action: 'decline' as const,
        kind: 'need.declined' as const,
        change: { state: 'declined' as const, declineReason: response.reason, answer: null },
      }
