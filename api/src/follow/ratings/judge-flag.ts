import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { insertJudgement } from '@dj/db/queries/follow/flags.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { FlagView, JudgeFlag } from '@dj/shared/follow/rating/flag.schema.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { flagsOf, refusalToJudge, toFlagView } from './list-flags.ts'

type Input = JudgeFlag & { actor: Actor; flagId: string }

/** A human has looked at a pattern and says what it is. The ratings stay as they are: only an appeal changes one. */
export function judgeFlag(deps: Deps, input: Input): Promise<Sent<typeof FlagView>> {
  const { actor, flagId, quarter, n, verdict, note } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const seen = async () => (await flagsOf(tx, { countyId, personId: by, quarter })).find(({ id }) => id === flagId)
    const flag = await seen()
    if (!flag) throw new Refused('not_found')
    refuseIf(refusalToJudge(flag) ?? (flag.n === n ? undefined : 'flag.grown'))
    const { kind, ids: ratingIds } = flag
    const id = newId()
    await insertJudgement(tx, {
      countyId,
      id,
      flagId,
      kind,
      quarter,
      ratingIds,
      verdict,
      note,
      judgedBy: by,
      judgedAt: at,
    })
    const data = { flagId, kind, quarter, ratingIds, verdict, note }
    await recordEvent(tx, { countyId, kind: 'flag.judged', at, by, data })
    return toFlagView(must(await seen(), 'the pattern just judged'))
  })
}
