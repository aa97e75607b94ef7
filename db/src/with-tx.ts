import { setTimeout as pause } from 'node:timers/promises'
import type { Lane } from './lanes/lane.ts'
import { begin, finish, type Opening, openingOf, type Tx } from './lanes/transaction.ts'
import type { Slot } from './lanes/slot.ts'
import { Slots, type SlotsOptions } from './lanes/slots.ts'
import { isWorthRepeating } from './postgres-error.ts'

export type { Tx } from './lanes/transaction.ts'

export type Work<T> = (tx: Tx, at: Date) => Promise<T>

/**
 * Does `work` in one transaction of that county; `at` is the database's clock when it opened. After a serialization
 * failure or a deadlock the work is done again from its start (at most 3 times), so all its effects must be in `tx`.
 * It must not call withTx itself: it would hold one lane while waiting for another.
 * Errors: TransactionLost and ConnectionLost (nothing stored), CommitUnknown, TooBusy, or what the work throws.
 */
export type WithTx = <T>(countyId: string, work: Work<T>, options?: { statementTimeoutMs?: number }) => Promise<T>

export interface Lanes {
  withTx: WithTx
  /** Waits for the transactions under way (what lasts longer than `withinMs` is cut), then closes every connection. */
  end(withinMs?: number): Promise<void>
}

export interface LanesOptions extends SlotsOptions {
  /** Only where time is played: what to make of the database's clock. */
  clock?: (database: Date) => Date
}

const REPEATS = 3

/** Single-connection clients, each held by one transaction at a time and replaced when its connection is lost. */
export function createLanes(url: string, { clock, ...options }: LanesOptions): Lanes {
  const slots = new Slots(url, options)
  const withTx: WithTx = async (countyId, work, { statementTimeoutMs } = {}) => {
    const opening = openingOf(countyId, statementTimeoutMs)
    return repeating(() =>
      slots.hold(async (slot) => {
        const { lane, now } = await beginOn(slot, opening)
        return finish(lane, opening, (tx) => work(tx, clock?.(now) ?? now))
      }),
    )
  }
  return { withTx, end: (withinMs) => slots.end(withinMs) }
}

/** A connection that died while it lay idle costs nobody an error: the transaction opens on a new one. */
async function beginOn(slot: Slot, opening: Opening): Promise<{ lane: Lane; now: Date }> {
  const { lane } = slot
  try {
    return { lane, now: await begin(lane, opening) }
  } catch (error) {
    const wasIdle = lane.isLost && lane.hasWorked
    lane.lose(error)
    if (!wasIdle) throw error
    const fresh = slot.lane
    return { lane: fresh, now: await begin(fresh, opening) }
  }
}

async function repeating<T>(attempt: () => Promise<T>): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (repeats >= REPEATS || !isWorthRepeating(error)) throw error
      await pause(Math.random() * 10 * 2 ** repeats)
    }
  }
}
