import type { Dice } from '../support/fuzz.ts'
import type { Scene } from './scene.ts'

/** One person's wish, under one Idempotency-Key until it is answered. */
export interface Attempt {
  key: string
  who: { id: string; cookie: string }
  /** The order that is claimed, or whatever else is acted on. */
  about: string
  path: string
  /** JSON, or a form with a file made anew for each sending. */
  body: object | (() => FormData)
  /** Sent twice at once, as by a finger that slipped. */
  twice: boolean
}

const RIVALS = 5

/**
 * Claims without end, so that neighbours in the list meet in the servers: rivals for one order, or one member after
 * several orders. The first `expected` pass over all orders; what comes after asks for any.
 */
export function* attemptsOf({ members, orders }: Scene, dice: Dice, expected: number): Generator<Attempt, never> {
  let n = 0
  const nearby = () => {
    const at = n < expected ? Math.floor((n / expected) * orders.length) : dice.below(orders.length)
    return orders[(at + dice.below(8)) % orders.length] ?? dice.pick(orders)
  }
  const attempt = (who: Attempt['who'], about: string): Attempt => {
    n += 1
    return { key: `attempt-${n}`, who, about, path: `/orders/${about}/claims`, body: {}, twice: dice.chance(0.05) }
  }
  for (;;) {
    const [member, orderId] = [dice.pick(members), nearby()]
    const alone = dice.chance(0.3)
    for (let i = 0; i < RIVALS; i += 1) yield alone ? attempt(member, nearby()) : attempt(dice.pick(members), orderId)
  }
}
