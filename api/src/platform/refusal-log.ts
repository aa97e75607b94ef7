import type { Actor, Operation } from '@dj/shared/policy.ts'
import type { Caller } from './accounts.ts'

/** Something that was refused: to somebody signed in, or to whoever gave that name for an account. */
export interface Refusal {
  error: unknown
  operation: Operation
  who: Pick<Actor, 'countyId' | 'personId'> | { username: string; from: Caller }
}

/** Where refusals are counted for the audit administrator. Nobody waits for it, and nothing fails with it. */
export interface RefusalLog {
  note(refusal: Refusal): void
}
