import { type Level, type Pace, spend } from '../../platform/pace.ts'

/**
 * How often a secret may be guessed. Nobody is locked out: a device that signed in to the account before is judged by its own
 * failures alone, and a stranger is always given a moment at which the secret will be tried.
 *
 * Guesses a day: 300 of one account from one address; 1 460 of one account by all strangers together, wherever they are;
 * 8 740 from one address on all accounts (4 370 if each is another name). A known device: 305 of its own account.
 */
export const attempts = {
  /** Failures without a delay. Somebody who has signed in here before mistypes; somebody who has not may be guessing. */
  free: { stranger: 5, device: 10 },
  firstDelayMs: 10_000,
  longestDelayMs: 5 * 60_000,
  forgottenAfterMs: 60 * 60_000,
  /** What strangers together may try on one account. */
  account: { most: 20, everyMs: 60_000 },
  /** What may be tried from one address. An office shares one; a success is given back. */
  address: { most: 100, everyMs: 10_000 },
  /** The first attempt at a name from an address costs more than the next: many names are no mistyping. */
  cost: { newName: 2, again: 1 },
  /** Nobody is put in a longer line than this: turns that nobody comes for would keep everybody waiting. */
  longestLineMs: { account: 30 * 60_000, address: 30_000 },
} as const satisfies { account: Pace; address: Pace; [name: string]: unknown }

/** What is counted about a stranger's attempt, before it. Levels are failures as of a moment. */
export interface StrangerFacts {
  /** Of this account from this address. */
  pair: Level
  /** Of this account by all strangers. */
  account: Level
  /** Of this address with all accounts. */
  address: Level
  /** When the account is to be tried from this network, if it was told to come back then. */
  turn: number | null
}

/** What becomes of the counts: those that are absent stay. */
export interface Ruling {
  /** Milliseconds to wait; 0: try it. */
  waitMs: number
  counts: Partial<StrangerFacts>
  /** What a success gives back. */
  cost: number
}

/** The delay after so many failures: none while they are free, then doubling up to the longest. Milliseconds. */
export const delayAfter = (failures: number, free: number): number =>
  failures < free ? 0 : Math.min(attempts.longestDelayMs, attempts.firstDelayMs * 2 ** Math.min(failures - free, 20))

/** An attempt from a device that signed in to this account before. Nobody else's failures are asked about. */
export function deviceRuling(before: Level, at: number): { waitMs: number; device: Level } {
  const device = remembered(before, at)
  const waitMs = waitOver(device, attempts.free.device, at)
  return { waitMs, device: waitMs > 0 ? before : { level: device.level + 1, at } }
}

/** An attempt from a device nobody knows. It is counted as a failure until it turns out not to be one; a refused one is not counted. */
export function strangerRuling({ pair: before, account, address, turn }: StrangerFacts, at: number): Ruling {
  const pair = remembered(before, at)
  const cost = pair.level === 0 ? attempts.cost.newName : attempts.cost.again
  const refused = (waitMs: number, counts: Partial<StrangerFacts> = {}): Ruling => ({ waitMs, counts, cost })
  const tried = (counts: Partial<StrangerFacts>): Ruling => ({
    waitMs: 0,
    counts: { pair: { level: pair.level + 1, at }, ...counts },
    cost,
  })
  const delay = waitOver(pair, attempts.free.stranger, at)
  if (delay > 0) return refused(delay)
  if (holdsTurn(turn, at)) return turn > at ? refused(turn - at) : tried({ turn: null })
  const [ofAccount, ofAddress] = [spend(attempts.account, account, 1, at), spend(attempts.address, address, cost, at)]
  const waitMs = Math.max(ofAccount.waitMs, ofAddress.waitMs)
  const spent = { account: levelOf(ofAccount), address: levelOf(ofAddress) }
  if (waitMs === 0) return tried(spent)
  const untilLineMoves = ofAccount.waitMs - attempts.longestLineMs.account
  if (untilLineMoves > 0) return refused(Math.max(untilLineMoves, ofAddress.waitMs))
  return refused(waitMs, ofAddress.waitMs > attempts.longestLineMs.address ? {} : { ...spent, turn: at + waitMs })
}

/** Whether nobody new may be tried from this address for so long that nothing else need be asked. */
export const isHopeless = (address: Level, at: number): boolean =>
  spend(attempts.address, address, attempts.cost.again, at).waitMs > attempts.longestLineMs.address

/** A turn that nobody came for is lost after a while. */
const holdsTurn = (turn: number | null, at: number): turn is number =>
  turn !== null && turn > at - attempts.forgottenAfterMs

const remembered = (count: Level, at: number): Level =>
  count.at < at - attempts.forgottenAfterMs ? { level: 0, at } : count

const waitOver = ({ level, at: lastAt }: Level, free: number, at: number): number =>
  Math.max(0, lastAt + delayAfter(level, free) - at)

const levelOf = ({ level, at }: Level): Level => ({ level, at })
