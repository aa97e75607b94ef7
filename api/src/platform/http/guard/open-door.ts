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
    take(key, deps.now(), { accepted, refused })
    try {
      const result = await line.serve(key, work)
      refused.giveBack(key)
      return result
    } catch (error) {
      accepted?.giveBack(key)
      if (!(error instanceof Refused) || error instanceof MustWait) refused.giveBack(key)
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

function take(key: string, at: Date, { accepted, refused }: Omit<Counts, 'line'>): void {
  refused.take(key, at)
  try {
    accepted?.take(key, at)
  } catch (error) {
    refused.giveBack(key)
    throw error
  }
}
