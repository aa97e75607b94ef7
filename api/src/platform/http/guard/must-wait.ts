import { Refused } from '@dj/shared/problem.ts'

/** Not now; the reply says how long to wait. */
export class MustWait extends Refused {
  readonly retryAfterSeconds: number
  constructor(code: 'auth.too_many_attempts' | 'rate_limited', waitMs: number) {
    super(code)
    this.retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
  }
}
