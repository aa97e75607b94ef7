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
  readonly #accepted: Pacer | undefined
  readonly #refused: Pacer
  readonly #line = new FairLine({ atOnce: 6, perKey: 60, together: 600, code: 'rate_limited' })

  constructor({ accepted, refused }: OpenDoorOptions) {
    this.#accepted = accepted && new Pacer(accepted)
    this.#refused = new Pacer(refused)
  }

  async let<T>({ deps, request, peer }: Asked, work: () => Promise<T>): Promise<T> {
    const key = lineOf(addressOf({ headers: request.headers, peer }, deps.trustProxy === true))
    this.#take(key, deps.now())
    try {
      const result = await this.#line.serve(key, work)
      this.#refused.giveBack(key)
      return result
    } catch (error) {
      this.#accepted?.giveBack(key)
      if (!(error instanceof Refused) || error instanceof MustWait) this.#refused.giveBack(key)
      throw error
    }
  }

  #take(key: string, at: Date): void {
    this.#refused.take(key, at)
    try {
      this.#accepted?.take(key, at)
    } catch (error) {
      this.#refused.giveBack(key)
      throw error
    }
  }
}
