import { sweepPhotos } from '../../platform/attachments/sweep-photos.ts'
import { sweepClaims } from '../../claim/claims/sweep-claims.ts'
import type { Deps } from '../../platform/deps.ts'
import { sweepPoorRatings } from '../../follow/ratings/sweep-poor-ratings.ts'
import { watchRectifications } from '../../exit/rectifications/watch-rectifications.ts'
import { reassignConflicts } from '../../follow/targets/reassign-conflicts.ts'
import { watchRounds } from '../../follow/rounds/watch-rounds.ts'
import { anchorHeads } from '../../county/log/anchor-heads.ts'
import { sealEvents } from '../../platform/seal/seal-events.ts'
import { fillCalendar } from '../../meet/calendar/fill-calendar.ts'
import { settleWaiting } from '../../meet/calendar/settle-deadlines.ts'
import { forgetServed } from './forget-served.ts'

export interface Job {
  name: string
  /** Minute, hour, day, month, weekday, read in Asia/Shanghai. */
  cron: string
  /** What is done for each county. */
  work: (deps: Deps, countyId: string) => Promise<object>
}

/** Everything time alone brings about. Each is safe to do twice and picks up what an earlier run missed. */
export const jobs: readonly Job[] = [
  { name: 'seal-events', cron: '* * * * *', work: sealEvents },
  { name: 'anchor-heads', cron: '45 7 * * *', work: anchorHeads },
  { name: 'sweep-claims', cron: '*/5 * * * *', work: sweepClaims },
  { name: 'sweep-photos', cron: '10 3 * * *', work: sweepPhotos },
  { name: 'sweep-poor-ratings', cron: '25 3 * * *', work: sweepPoorRatings },
  { name: 'forget-served', cron: '40 3 * * *', work: forgetServed },
  { name: 'settle-deadlines', cron: '*/5 * * * *', work: settleWaiting },
  { name: 'fill-calendar', cron: '0 8 * * *', work: fillCalendar },
  { name: 'watch-rounds', cron: '30 8 * * *', work: watchRounds },
  { name: 'watch-rectifications', cron: '35 8 * * *', work: watchRectifications },
  { name: 'reassign-conflicts', cron: '15 * * * *', work: (deps, countyId) => reassignConflicts(deps, countyId) },
]

export const TIME_ZONE = 'Asia/Shanghai'
