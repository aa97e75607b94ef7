import { Refused } from '@dj/shared/problem.ts'

/** Signing in must wait; the reply says how long. */
export class TooManyAttempts extends Refused {
  readonly retryAfterSeconds: number
  constructor(waitMs: number) {
    super('auth.too_many_attempts')
    this.retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
  }
}
