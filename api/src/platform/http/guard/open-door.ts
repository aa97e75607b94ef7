import type { Pace } from '@dj/shared/platform/pace.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../deps.ts'
import type { Input, Spec } from '../spec.ts'
import { addressOf, lineOf } from './caller-address.ts'
import { FairLine } from './fair-line.ts'
import { MustWait } from './must-wait.ts'
import { Pacer } from './pacer.ts'

export interface OpenDoorOptions {
  /** What one address may have done; without it there is no limit. */
  accepted?: Pace
  /** What one address may ask in vain. */
  refused: Pace
}

export type Asked = Pick<Input<Spec>, 'request' | 'peer'> & { deps: Pick<Deps, 'trustProxy' | 'now'> }

/**
 * What strangers may do without an account, an address at a time, in this process. Counted before it is done and given back
 * after: what was refused does not use up what may be done, nor the other way round. Together they have no limit: a flood waits
 * in line, an address at a time, and nobody is shut out by it. Errors: rate_limited with the seconds until there is room again.
 */
export class OpenDoor {
  readonly #options: OpenDoorOptions
  // What is counted is counted by a clock: an app that goes by another one begins at nothing.
  readonly #counts = new WeakMap<Deps['now'], Counts>()

  constructor(options: OpenDoorOptions) {
    this.#options = options
  }

  async let<T>({ deps, request, peer }: Asked, work: () => Promise<T>): Promise<T> {
    const key = lineOf(addressOf({ headers: request.headers, peer }, deps.trustProxy === true))
    const { accepted, refused, line } = this.#countsBy(deps.now)
    const counted = accepted ?? refused
    counted.take(key, deps.now())
    try {
      const result = await line.serve(key, work)
      if (accepted === undefined) refused.giveBack(key)
      return result
    } catch (error) {
      const inVain = error instanceof Refused && !(error instanceof MustWait)
      if (accepted !== undefined || !inVain) counted.giveBack(key)
      // What was asked in vain stops others like it, and nothing that could be accepted.
      if (accepted !== undefined && inVain) refused.take(key, deps.now())
      throw error
    }
  }

  #countsBy(clock: Deps['now']): Counts {
    const known = this.#counts.get(clock)
    if (known) return known
    const { accepted, refused } = this.#options
    const line = new FairLine({ atOnce: 6, perKey: 60, together: 600, code: 'rate_limited' })
    const counts = { accepted: accepted && new Pacer(accepted), refused: new Pacer(refused), line }
    this.#counts.set(clock, counts)
    return counts
  }
}

interface Counts {
  accepted: Pacer | undefined
  refused: Pacer
  line: FairLine
}
