import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level } from '../../platform/pace.ts'
import { attempts, delayAfter, deviceRuling, isHopeless, strangerRuling } from './attempt.rules.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const STEP = 5 * SECOND
const DAY = 24 * 60 * MINUTE
const none: Level = { level: 0, at: 0 }

/** The counts of a whole installation in memory, as the database keeps them. */
class Door {
  readonly #levels = new Map<string, Level>()
  readonly #turns = new Map<string, number>()
  now = 1_000_000_000_000

  /** Milliseconds to wait; 0 if the secret was tried. */
  stranger(name: string, address: string, outcome: 'wrong' | 'right' = 'wrong'): number {
    const keys = { pair: `${name} ${address}`, account: `a ${name}`, address: `b ${address}` }
    const level = (key: string) => this.#levels.get(key) ?? none
    const turn = this.#turns.get(keys.pair) ?? null
    const facts = { pair: level(keys.pair), account: level(keys.account), address: level(keys.address), turn }
    const { waitMs, counts, cost } = strangerRuling(facts, this.now)
    for (const key of ['pair', 'account', 'address'] as const) this.#set(keys[key], counts[key])
    if (counts.turn !== undefined) this.#setTurn(keys.pair, counts.turn)
    if (waitMs === 0 && outcome === 'right') this.#succeeded(keys, cost)
    return waitMs
  }

  #succeeded(keys: Record<'pair' | 'account' | 'address', string>, cost: number): void {
    this.#levels.delete(keys.pair)
    for (const [key, back] of [[keys.account, 1] as const, [keys.address, cost] as const]) {
      const { level, at } = this.#levels.get(key) ?? none
      this.#set(key, { level: Math.max(0, level - back), at })
    }
  }
  #set(key: string, level: Level | undefined): void {
    if (level) this.#levels.set(key, level)
  }
  #setTurn(key: string, turn: number | null): void {
    if (turn === null) this.#turns.delete(key)
    else this.#turns.set(key, turn)
  }
}

/** How many guesses get through in a day to those who press on all the time, in steps of five seconds. */
function guessesADay(press: (door: Door, step: number) => number): number {
  const door = new Door()
  let tried = 0
  for (let step = 0; step < DAY / STEP; step += 1, door.now += STEP) tried += press(door, step)
  return tried
}
const wentThrough = (waitMs: number) => (waitMs === 0 ? 1 : 0)

describe('guessing stays hopeless', () => {
  test('the delay doubles and ends at five minutes', () => {
    const seconds = [4, 5, 6, 7, 9, 10, 500].map((failures) => delayAfter(failures, 5) / SECOND)
    expect(seconds).toEqual([0, 10, 20, 40, 160, 300, 300])
  })

  test('one address: three hundred guesses a day at one account', () => {
    const guesses = guessesADay((door) => wentThrough(door.stranger('target', '1')))
    expect(guesses).toBeGreaterThan(280)
    expect(guesses).toBeLessThanOrEqual(300)
  })

  test('any number of addresses: 1 460 guesses a day at one account', () => {
    const guesses = guessesADay((door, step) => {
      const fresh = wentThrough(door.stranger('target', `fresh ${step}`))
      return fresh + wentThrough(door.stranger('target', `again ${step % 50}`))
    })
    expect(guesses).toBeLessThanOrEqual(1_460)
  })

  test('one address: 4 370 names a day, or 8 740 guesses', () => {
    const names = guessesADay((door, step) => wentThrough(door.stranger(`name ${step}`, '1')))
    expect(names).toBeLessThanOrEqual(4_370)
    const guesses = guessesADay((door, step) => wentThrough(door.stranger(`name ${step % 3_000}`, '1')))
    expect(guesses).toBeLessThanOrEqual(8_740)
  })

  test('a known device: 305 guesses a day at its own account', () => {
    let device = none
    const guesses = guessesADay((door) => {
      const ruling = deviceRuling(device, door.now)
      device = ruling.device
      return wentThrough(ruling.waitMs)
    })
    expect(guesses).toBeLessThanOrEqual(305)
  })
})

const pressing = fc.array(fc.record({ name: fc.nat({ max: 60 }), address: fc.nat({ max: 8 }), pause: fc.nat(4000) }), {
  maxLength: 400,
})

describe('nobody is locked out', () => {
  test('whoever comes back when told to is tried then, whatever others do meanwhile', () => {
    fc.assert(
      fc.property(pressing, pressing, (before, meanwhile) => {
        const door = new Door()
        for (const { name, address, pause } of before) {
          door.now += pause
          door.stranger(`name ${name % 3}`, `attacker ${address}`)
        }
        const told = door.stranger('name 0', 'owner', 'right')
        const until = door.now + told
        for (const { name, address, pause } of meanwhile) {
          door.now = Math.min(until, door.now + pause)
          door.stranger(`name ${name % 3}`, `attacker ${address}`)
        }
        door.now = until
        // At most one minute a rival network, and the one that is on its way.
        expect(told).toBeLessThanOrEqual(10 * MINUTE)
        if (told > 0) expect(door.stranger('name 0', 'owner', 'right')).toBe(0)
      }),
    )
  })

  test('guessing at one account delays no other from the same address', () => {
    const door = new Door()
    for (let step = 0; step < 600; step += 1, door.now += SECOND) door.stranger('target', 'office')
    expect(door.stranger('colleague', 'office', 'right')).toBe(0)
  })

  test('from an address that tried a thousand names a stranger waits for less than a minute', () => {
    const door = new Door()
    for (let n = 0; n < 1000; n += 1) door.stranger(`name ${n}`, 'office')
    const told = door.stranger('colleague', 'office', 'right')
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThanOrEqual(MINUTE)
    door.now += told
    expect(door.stranger('colleague', 'office', 'right')).toBe(0)
  })

  test('an office of forty, a third of them mistyping twice, waits for nothing', () => {
    const door = new Door()
    for (let n = 0; n < 40; n += 1) {
      const typos = n % 3 === 0 ? 2 : 0
      for (let typo = 0; typo < typos; typo += 1) expect(door.stranger(`name ${n}`, 'office')).toBe(0)
      expect(door.stranger(`name ${n}`, 'office', 'right')).toBe(0)
    }
  })

  test('a thousand addresses that reserve a turn and stay away keep a stranger for half an hour, not for a thousand minutes', () => {
    const door = new Door()
    for (let n = 0; n < 1000; n += 1) door.stranger('target', `attacker ${n}`)
    const told = door.stranger('target', 'owner', 'right')
    expect(told).toBeLessThanOrEqual(MINUTE)
    door.now += told
    const turn = door.stranger('target', 'owner', 'right')
    expect(turn).toBeLessThanOrEqual(30 * MINUTE)
    door.now += turn
    expect(door.stranger('target', 'owner', 'right')).toBe(0)
  })

  test('what is refused is not counted: asking again changes neither wait nor counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (times) => {
        const door = new Door()
        for (let n = 0; n < 5; n += 1) door.stranger('target', '1')
        for (let n = 0; n < times; n += 1) expect(door.stranger('target', '1')).toBe(attempts.firstDelayMs)
      }),
    )
  })

  test('an address is hopeless exactly when no new name and no further guess of it would get a turn', () => {
    const at = 1_000_000_000_000
    const open = (level: number) => isHopeless({ level, at }, at)
    expect([99, 100, 102, 103, 200].map(open)).toEqual([false, false, false, true, true])
  })
})
