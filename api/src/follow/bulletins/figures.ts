import type { Counts } from '@dj/db/queries/follow/bulletin-figures.ts'
import { figureDefinitions, type FigureCode } from '@dj/shared/follow/bulletin/definitions.ts'
import type { Figure } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { wilson } from '@dj/shared/build/order/rating.rules.ts'

type Share = readonly [numerator: number, denominator: number]

/** What every figure is made of, by its code. */
function sharesOf(counts: Counts): Record<FigureCode, Share> {
  const share = (numerator: string, denominator: string): Share => [counts[numerator] ?? 0, counts[denominator] ?? 0]
  return {
    census_completion: share('censusDone', 'census'),
    census_pass: share('censusPassed', 'censusSeen'),
    sample_completion: share('sampleSeen', 'sample'),
    sample_pass: share('samplePassed', 'sampleSeen'),
    targeted_pass: share('targetedPassed', 'targetedSeen'),
    effect_good: share('good', 'seen'),
    call_back: share('called', 'toCall'),
    claim_rate: share('claimed', 'frame'),
    on_time_closing: share('onTime', 'due'),
    response: share('responded', 'needs'),
    resolution: share('solved', 'answers'),
    satisfaction_member: share('memberSatisfied', 'memberRatings'),
    satisfaction_worker: share('workerSatisfied', 'workerRatings'),
    satisfaction_enterprise: share('enterpriseSatisfied', 'enterpriseRatings'),
    rectification_passed: share('rectified', 'toRectify'),
    retirement_rate: share('retired', 'frame'),
    stale_share: share('stale', 'live'),
  }
}

/** The figures in the order of their definitions, each beside that of the quarter before. Too few ratings have no interval, and no share in print. */
export function figuresOf(counts: Counts, before: readonly Figure[], minimumRatings: number): Figure[] {
  const shares = sharesOf(counts)
  return figureDefinitions.map((definition) => {
    const { code } = definition
    const [numerator, denominator] = shares[code]
    const isEnough = !code.startsWith('satisfaction') || denominator >= minimumRatings
    const interval = 'interval' in definition && isEnough ? wilson(numerator, denominator) : null
    const earlier = before.find((figure) => figure.code === code)
    const previous = earlier ? { numerator: earlier.numerator, denominator: earlier.denominator } : null
    return { code, numerator, denominator, low: interval?.low ?? null, high: interval?.high ?? null, previous }
  })
}

export const ratingCounts = (sides: readonly { side: string; n: number; satisfied: number }[]): Counts =>
  Object.fromEntries(
    sides.flatMap(({ side, n, satisfied }) => [
      [`${side}Ratings`, n],
      [`${side}Satisfied`, satisfied],
    ]),
  )
