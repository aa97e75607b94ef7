import { createHmac } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { AccountsDatabase } from '@dj/db/connect-accounts.ts'
import { countsOf, forgetCounts, holdCounts, takeBack, writeCounts } from '@dj/db/queries/county/attempts.ts'
import type { Tx, WithTx } from '@dj/db/with-tx.ts'
import { deviceRuling, isHopeless, type StrangerFacts, strangerRuling } from '@dj/shared/county/people/attempt.rules.ts'
import type { Level } from '@dj/shared/platform/pace.ts'
import type { Guess } from '../../platform/accounts.ts'
import { FairLine } from '../../platform/http/guard/fair-line.ts'
import { MustWait } from '../../platform/http/guard/must-wait.ts'

/** Where an attempt comes from: the id of a device known for this account, or null; the address's line and site. */
export interface Whence {
  device: string | null
  line: string
  site: string
}

interface Counted {
  /** What a success, or an attempt that could not be made, gives back: key and how much. */
  spent: readonly (readonly [key: string, by: number])[]
  /** What a success forgets. */
  own: readonly string[]
}

// Accounts belong to no county, a transaction needs one.
const NO_COUNTY = '000000'
const code = 'auth.too_many_attempts'

/**
 * Counts attempts at a secret before they are made, in the database, for all processes together (shared/…/attempt.rules.ts
 * says how many), and lets those who may try do so in turns: one address's flood neither delays nor starves the others.
 */
export class Attempts {
  readonly #db: AccountsDatabase
  readonly #withTx: WithTx
  readonly #secret: string
  readonly #line = new FairLine({ atOnce: 8, perKey: 100, together: 1_000, code })
  /** A hash costs tens of milliseconds of a core. One core is left for everybody else. */
  readonly #hashing = new FairLine({
    atOnce: Math.max(1, availableParallelism() - 1),
    perKey: 100,
    together: 100,
    code,
  })

  constructor(database: { db: AccountsDatabase; withTx: WithTx }, secret: string) {
    this.#db = database.db
    this.#withTx = database.withTx
    this.#secret = secret
  }

  /** Lets `attempt` try the secret; null says that it was wrong. Errors: auth.too_many_attempts with the wait, or what `attempt` throws. */
  async try<T>(guess: Guess, whence: Whence, attempt: () => Promise<T | null>): Promise<T | null> {
    const turn = whence.device ?? whence.line
    return this.#line.serve(turn, async () => {
      const counted = await this.#count(guess, whence)
      const result = await this.#hashing.serve(turn, attempt).catch(async (error: unknown) => {
        await this.#giveBack([...counted.spent, ...counted.own.map((key) => [key, 1] as const)])
        throw error
      })
      if (result === null) return null
      await this.#giveBack(counted.spent)
      await forgetCounts(this.#db, counted.own)
      return result
    })
  }

  #count({ secret, username }: Guess, { device, line, site }: Whence): Promise<Counted> {
    const account = `${secret}\n${username}`
    if (device !== null) return this.#countDevice(this.#key('device', account, device))
    return this.#countStranger({
      pair: this.#key('pair', account, line),
      turn: this.#key('turn', account, site),
      account: this.#key('account', account),
      address: this.#key('address', line),
    })
  }

  async #countDevice(key: string): Promise<Counted> {
    const waitMs = await this.#withTx(NO_COUNTY, async (tx, now) => {
      const at = now.getTime()
      const ruling = deviceRuling(levelIn(await holdCounts(tx, [key], at), key, at), at)
      await writeCounts(tx, ruling.waitMs > 0 ? [] : [[key, ruling.device]])
      return ruling.waitMs
    })
    if (waitMs > 0) throw new MustWait(code, waitMs)
    return { spent: [], own: [key] }
  }

  async #countStranger(keys: Record<keyof StrangerFacts, string>): Promise<Counted> {
    const { waitMs, cost } = await this.#withTx(NO_COUNTY, async (tx, now) => {
      const at = now.getTime()
      const ruling = strangerRuling(await factsOf(tx, keys, at), at)
      await writeCounts(tx, changesOf(keys, ruling.counts, at))
      return ruling
    })
    if (waitMs > 0) throw new MustWait(code, waitMs)
    return {
      spent: [
        [keys.account, 1],
        [keys.address, cost],
      ],
      own: [keys.pair],
    }
  }

  async #giveBack(spent: Counted['spent']): Promise<void> {
    await Promise.all(spent.map(([key, by]) => takeBack(this.#db, key, by)))
  }

  /** Sealed: people type passwords into the wrong box, and an address is personal data. */
  #key(kind: string, ...parts: readonly string[]): string {
    return `${kind}:${createHmac('sha256', this.#secret).update(parts.join('\n')).digest('base64url')}`
  }
}

/**
 * The address is held first: where nobody new may be tried for long, nothing is stored about the names, and
 * only somebody whose turn it is goes on.
 */
async function factsOf(tx: Tx, keys: Record<keyof StrangerFacts, string>, at: number): Promise<StrangerFacts> {
  const { pair, account, turn } = keys
  const address = levelIn(await holdCounts(tx, [keys.address], at), keys.address, at)
  const isKnown = !isHopeless(address, at) || levelIn(await countsOf(tx, [turn]), turn, at).level > 0
  if (!isKnown) throw new MustWait(code, strangerRuling({ ...nothing(at), address }, at).waitMs)
  const held = await holdCounts(tx, [pair, account, turn], at)
  const kept = levelIn(held, turn, at)
  return {
    pair: levelIn(held, pair, at),
    account: levelIn(held, account, at),
    address,
    turn: kept.level > 0 ? kept.at : null,
  }
}

function changesOf(keys: Record<keyof StrangerFacts, string>, counts: Partial<StrangerFacts>, at: number) {
  const { turn, ...levels } = counts
  const changes = Object.entries({ ...levels, ...(turn !== undefined && { turn: levelOfTurn(turn, at) }) })
  return changes.map(([name, level]) => [keys[name as keyof StrangerFacts], level] as const)
}

const levelOfTurn = (turn: number | null, at: number): Level =>
  turn === null ? { level: 0, at } : { level: 1, at: turn }

const nothing = (at: number) => ({ pair: { level: 0, at }, account: { level: 0, at }, turn: null })

const levelIn = (counts: Map<string, Level>, key: string, at: number): Level => counts.get(key) ?? { level: 0, at }
