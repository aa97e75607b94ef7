import { setTimeout as pause } from 'node:timers/promises'
import type { ConnectionSettings } from './connection-settings.ts'
import { Lane } from './lanes/lane.ts'
import { begin, finish, type Opening, openingOf, type Tx } from './lanes/transaction.ts'
import { WaitingLine } from './lanes/waiting-line.ts'
import { isWorthRepeating } from './postgres-error.ts'
import { ConnectionLost } from './transaction-errors.ts'

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

export interface LanesOptions extends ConnectionSettings {
  size: number
  clock?: () => Date
  queueLimit?: number
  waitMs?: number
}

interface Slot {
  lane: Lane
  readonly open: () => Lane
}

const REPEATS = 3

/** Single-connection clients, each held by one transaction at a time and replaced when its connection is lost. */
export function createLanes(url: string, options: LanesOptions): Lanes {
  const { size, clock, queueLimit = 1_000, waitMs = 10_000, ...settings } = options
  const open = () => new Lane(url, settings)
  const slots: Slot[] = Array.from({ length: size }, () => ({ lane: open(), open }))
  const line = new WaitingLine(slots, { queueLimit, waitMs })

  const withTx: WithTx = async (countyId, work, { statementTimeoutMs } = {}) => {
    const opening = openingOf(countyId, statementTimeoutMs)
    return repeating(async () => {
      const slot = await line.take()
      try {
        const now = await beginOn(slot, opening)
        return await finish(slot.lane, opening, (tx) => work(tx, clock?.() ?? now))
      } finally {
        line.giveBack(slot)
      }
    })
  }

  async function end(withinMs = 10_000): Promise<void> {
    const patience = setTimeout(() => cut(slots), withinMs)
    await line.close(closing())
    clearTimeout(patience)
    await Promise.all(slots.map(({ lane }) => lane.close()))
  }

  return { withTx, end }
}

/** A connection that died while it lay idle costs nobody an error: the transaction opens on a new one. */
async function beginOn(slot: Slot, opening: Opening): Promise<Date> {
  if (slot.lane.isLost) slot.lane = slot.open()
  const { lane } = slot
  try {
    return await begin(lane, opening)
  } catch (error) {
    const wasIdle = lane.isLost && lane.hasWorked
    lane.lose(error)
    if (!wasIdle) throw error
    slot.lane = slot.open()
    return begin(slot.lane, opening)
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

function cut(slots: readonly Slot[]): void {
  for (const { lane } of slots) lane.lose(closing())
}

function closing(): Error {
  return new ConnectionLost(new Error('the server is shutting down'))
}
