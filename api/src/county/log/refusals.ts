import { createHmac } from 'node:crypto'
import { accountNamed } from '@dj/db/queries/county/accounts.ts'
import { listCounties } from '@dj/db/queries/county/counties.ts'
import { countRefusals } from '@dj/db/queries/county/refusals.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { entryAt, refusalInLog, type RefusalKind } from '@dj/shared/platform/refusal.rules.ts'
import { problems, type ProblemCode } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import { addressOf, lineOf } from '../../platform/http/guard/caller-address.ts'
import { codeOf } from '../../platform/http/on-error.ts'
import type { Refusal, RefusalLog } from '../../platform/refusal-log.ts'

const PAUSE_MS = 1_000
/** So many kinds wait in memory; what is more in that second is not counted. */
const MOST = 500

interface Waiting extends Omit<Refusal, 'error'> {
  code: ProblemCode
  kind: RefusalKind
  first: number
  times: number
}

type Needs = Pick<Deps, 'withTx' | 'db' | 'salt' | 'log' | 'trustProxy'>

/**
 * Counts what is refused by person, or by address where the name names nobody, and hour, in one transaction a second at most: the
 * 1st, 10th, 100th … is an entry. Neither a password nor a name that names nobody is kept.
 */
export class Refusals implements RefusalLog {
  readonly #deps: Needs
  #waiting = new Map<string, Waiting>()
  #busy = false

  constructor(deps: Needs) {
    this.#deps = deps
  }

  note({ error, ...refusal }: Refusal): void {
    const code = codeOf(error)
    const inLog = refusalInLog(code, problems[code].status)
    if (!inLog) return
    const key = `${code} ${'personId' in refusal.who ? refusal.who.personId : this.#nameOf(refusal.who)}`
    const known = this.#waiting.get(key)
    if (known) known.times += 1
    else if (this.#waiting.size < MOST) this.#waiting.set(key, { ...refusal, ...inLog, code, times: 1 })
    void this.#write()
  }

  async #write(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    const waiting = [...this.#waiting.values()]
    this.#waiting = new Map()
    for (const each of waiting)
      await this.#count(each).catch((err: unknown) => this.#deps.log.warn({ err }, 'a refusal could not be counted'))
    const next = () => {
      this.#busy = false
      if (this.#waiting.size > 0) void this.#write()
    }
    setTimeout(next, PAUSE_MS).unref()
  }

  async #count({ who, ...refusal }: Waiting): Promise<void> {
    if ('personId' in who) {
      const { countyId, personId } = who
      return this.#enter(countyId, personId, refusal, { by: personId, about: {} })
    }
    const named = await accountNamed(this.#deps.db, asTyped(who.username))
    const about = { address: this.#addressOf(who) }
    if (named) {
      const { countyId, personId } = named
      return this.#enter(countyId, personId, refusal, { by: null, about: { personId, ...about } })
    }
    // A name that names nobody is of no county: each is told.
    for (const { countyId } of await listCounties(this.#deps.db))
      await this.#enter(countyId, about.address, refusal, { by: null, about })
  }

  #enter(
    countyId: string,
    whose: string,
    { code, kind, first, times, operation }: Omit<Waiting, 'who'>,
    { by, about }: { by: string | null; about: Record<string, string> },
  ): Promise<void> {
    return this.#deps.withTx(countyId, async (tx, at) => {
      const { apart, before, after } = await countRefusals(tx, { countyId, whose: `${code}:${whose}`, times, at })
      const count = entryAt(before, after, first)
      if (count === null) return
      const data = { code, operation, count, ...(apart ? about : { others: true }) }
      await recordEvent(tx, { countyId, kind, at, by: apart ? by : null, data })
    })
  }

  /** Sealed, and short: that it is the same one, and nothing more. */
  #addressOf({ from }: { from: Parameters<typeof addressOf>[0] }): string {
    const line = lineOf(addressOf(from, this.#deps.trustProxy === true))
    return createHmac('sha256', this.#deps.salt).update(`refused\n${line}`).digest('hex').slice(0, 12)
  }

  #nameOf(who: { username: string; from: Parameters<typeof addressOf>[0] }): string {
    return `${this.#addressOf(who)} ${asTyped(who.username)}`
  }
}

const asTyped = (username: string): string => username.trim().toLowerCase().normalize('NFC')
