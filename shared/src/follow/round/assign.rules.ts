/** What is to be checked, by how many different inspectors. `taken`: who is on it already and stays. */
export interface ToAssign {
  orderId: string
  version: number
  slots: number
  taken?: readonly string[]
}

export interface Assigning {
  targets: readonly ToAssign[]
  inspectorIds: readonly string[]
  isConflict: (orderId: string, inspectorId: string) => boolean
  /** HMAC-SHA-256 of the message under the secret of the draw, in hex: nobody chose the order in which they are dealt. */
  keyOf: (message: string) => string
  /** What each inspector has to check already. */
  loads?: ReadonlyMap<string, number>
}

interface Slot {
  target: ToAssign
  inspector: number
}

/**
 * Deals the targets to inspectors without a conflict: in the order of their keys to whoever has least, then moved on until no chain
 * of moves makes the loads more even, so that they differ by at most one wherever the conflicts allow it. Two different
 * inspectors where two are asked for. Null when somewhere too few are free of a conflict.
 */
export function assignInspectors(input: Assigning): Map<string, string[]> | null {
  const inspectors = inKeyOrder(input.inspectorIds, (id) => input.keyOf(`inspector|${id}`))
  const targets = inKeyOrder(input.targets, ({ orderId, version }) => input.keyOf(`assign|${orderId}|${version}`))
  const deal = new Deal(inspectors, input)
  for (const target of targets) if (!deal.give(target)) return null
  while (deal.moveOn());
  return deal.result(targets)
}

function inKeyOrder<T>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  const keyed = things.map((thing) => ({ thing, key: keyOf(thing) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ thing }) => thing)
}

class Deal {
  readonly #inspectors: readonly string[]
  readonly #isConflict: Assigning['isConflict']
  readonly #loads: number[]
  readonly #held: Slot[][]
  readonly #on = new Map<string, Slot[]>()

  constructor(inspectors: readonly string[], { isConflict, loads }: Assigning) {
    this.#inspectors = inspectors
    this.#isConflict = isConflict
    this.#loads = inspectors.map((id) => loads?.get(id) ?? 0)
    this.#held = inspectors.map(() => [])
  }

  /** False when fewer than asked for are free. */
  give(target: ToAssign): boolean {
    for (let slot = 0; slot < target.slots; slot += 1) {
      const inspector = this.#lightestFor(target)
      if (inspector === undefined) return false
      this.#take({ target, inspector })
    }
    return true
  }

  #lightestFor(target: ToAssign): number | undefined {
    let best: number | undefined
    for (let i = 0; i < this.#inspectors.length; i += 1) {
      const lighter = best === undefined || this.#load(i) < this.#load(best)
      if (lighter && this.#mayTake(target, i)) best = i
    }
    return best
  }

  #mayTake(target: ToAssign, i: number): boolean {
    const id = this.#inspectors[i] ?? ''
    if (this.#on.get(target.orderId)?.some(({ inspector }) => inspector === i)) return false
    return !target.taken?.includes(id) && !this.#isConflict(target.orderId, id)
  }

  #load = (i: number): number => this.#loads[i] ?? 0

  #take(slot: Slot): void {
    const { target, inspector } = slot
    this.#loads[inspector] = this.#load(inspector) + 1
    this.#held[inspector]?.push(slot)
    const others = this.#on.get(target.orderId)
    if (others) others.push(slot)
    else this.#on.set(target.orderId, [slot])
  }

  /** One chain of moves from a heaviest inspector to one with at least two less; false when there is none. */
  moveOn(): boolean {
    const from = new Map<number, { by: Slot; before: number } | null>()
    const least = Math.min(...this.#loads)
    for (let load = Math.max(0, ...this.#loads); load >= least + 2; load -= 1) {
      const queue = this.#inspectors.flatMap((_, i) => (this.#load(i) === load && !from.has(i) ? [i] : []))
      for (const i of queue) from.set(i, null)
      const end = this.#reach(queue, from, load - 2)
      if (end !== undefined) return this.#shift(end, from)
    }
    return false
  }

  /** Walks from inspector to inspector along what could be handed on, until one has at most `goal`. */
  #reach(queue: number[], from: Map<number, { by: Slot; before: number } | null>, goal: number): number | undefined {
    for (const before of queue) {
      for (const by of this.#held[before] ?? []) {
        if (from.size === this.#inspectors.length) break
        for (let next = 0; next < this.#inspectors.length; next += 1) {
          if (from.has(next) || !this.#mayTake(by.target, next)) continue
          from.set(next, { by, before })
          if (this.#load(next) <= goal) return next
          queue.push(next)
        }
      }
    }
    return undefined
  }

  #shift(end: number, from: ReadonlyMap<number, { by: Slot; before: number } | null>): boolean {
    this.#loads[end] = this.#load(end) + 1
    let to = end
    for (let step = from.get(to); step; step = from.get(to)) {
      const { by, before } = step
      this.#held[before]?.splice(this.#held[before].indexOf(by), 1)
      by.inspector = to
      this.#held[to]?.push(by)
      to = before
    }
    this.#loads[to] = this.#load(to) - 1
    return true
  }

  result(targets: readonly ToAssign[]): Map<string, string[]> {
    const idsOf = (orderId: string) =>
      (this.#on.get(orderId) ?? []).map(({ inspector }) => this.#inspectors[inspector] ?? '')
    return new Map(targets.map(({ orderId }) => [orderId, idsOf(orderId)]))
  }
}
