import { sweepPhotos } from '../attachments/sweep-photos.ts'
import { sweepClaims } from '../claims/sweep-claims.ts'
import type { Deps } from '../deps.ts'
import { fillCalendar } from './fill-calendar.ts'
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
  { name: 'sweep-claims', cron: '*/5 * * * *', work: sweepClaims },
  { name: 'sweep-photos', cron: '10 3 * * *', work: sweepPhotos },
  { name: 'forget-served', cron: '40 3 * * *', work: forgetServed },
  { name: 'fill-calendar', cron: '0 8 * * *', work: fillCalendar },
]

export const TIME_ZONE = 'Asia/Shanghai'
