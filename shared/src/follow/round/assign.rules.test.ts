import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignInspectors, type ToAssign } from './assign.rules.ts'

/** Any fixed spread of keys will do: FNV-1a, so that the property needs no cryptography. */
const keyOf = (message: string): string => {
  let hash = 2166136261
  for (const char of message) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0
  return hash.toString(16).padStart(8, '0')
}

const target = (n: number, slots: number): ToAssign => ({ orderId: `order-${n}`, version: 1, slots })

interface Case {
  inspectorIds: string[]
  targets: ToAssign[]
  conflicts: ReadonlySet<string>
}
const cases = (most: { inspectors: number; targets: number }): fc.Arbitrary<Case> =>
  fc
    .record({
      inspectors: fc.integer({ min: 1, max: most.inspectors }),
      slots: fc.array(fc.constantFrom(1, 1, 1, 2), { maxLength: most.targets }),
      conflicts: fc.array(fc.tuple(fc.nat(most.targets - 1), fc.nat(most.inspectors - 1)), { maxLength: most.targets }),
    })
    .map(({ inspectors, slots, conflicts }) => ({
      inspectorIds: Array.from({ length: inspectors }, (_, n) => `inspector-${n}`),
      targets: slots.map((count, n) => target(n, count)),
      conflicts: new Set(conflicts.map(([order, person]) => `order-${order} inspector-${person}`)),
    }))

const deal = ({ conflicts, ...given }: Case) =>
  assignInspectors({ ...given, keyOf, isConflict: (order, person) => conflicts.has(`${order} ${person}`) })

const loadsOf = ({ inspectorIds }: Case, dealt: ReadonlyMap<string, string[]>): number[] =>
  inspectorIds.map((id) => [...dealt.values()].flat().filter((each) => each === id).length)
const spread = (loads: readonly number[]) => Math.max(...loads) - Math.min(...loads)

/** The most even loads there are, found by trying everything: the smallest sum of squares. */
function evenest(given: Case): number {
  const { inspectorIds, targets, conflicts } = given
  const free = ({ orderId }: ToAssign) =>
    inspectorIds.flatMap((id, i) => (conflicts.has(`${orderId} ${id}`) ? [] : [i]))
  const choices = targets.map((each) => {
    const able = free(each)
    if (each.slots === 1) return able.map((i) => [i])
    return able.flatMap((i, n) => able.slice(n + 1).map((j) => [i, j]))
  })
  const loads = inspectorIds.map(() => 0)
  const add = (who: readonly number[], n: number) => who.forEach((i) => (loads[i] = (loads[i] ?? 0) + n))
  const walk = (at: number): number => {
    const options = choices[at]
    if (!options) return loads.reduce((sum, load) => sum + load * load, 0)
    return Math.min(
      ...options.map((who) => {
        add(who, 1)
        const found = walk(at + 1)
        add(who, -1)
        return found
      }),
    )
  }
  return walk(0)
}

describe('inspectors are dealt', () => {
  test('two different ones to an A order, one to the others, never in conflict; or it says that too few are free', () => {
    fc.assert(
      fc.property(cases({ inspectors: 8, targets: 40 }), (given) => {
        const dealt = deal(given)
        const free = ({ orderId }: ToAssign) =>
          given.inspectorIds.filter((id) => !given.conflicts.has(`${orderId} ${id}`)).length
        if (given.targets.some((each) => free(each) < each.slots)) return void expect(dealt).toBeNull()
        for (const { orderId, slots } of given.targets) {
          const who = dealt?.get(orderId) ?? []
          expect(new Set(who).size).toBe(slots)
          expect(who.filter((id) => given.conflicts.has(`${orderId} ${id}`))).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('as evenly as the conflicts allow: no other deal is more even', () => {
    fc.assert(
      fc.property(cases({ inspectors: 4, targets: 6 }), (given) => {
        const dealt = deal(given)
        if (!dealt) return
        expect(loadsOf(given, dealt).reduce((sum, load) => sum + load * load, 0)).toBe(evenest(given))
      }),
      { numRuns: 300 },
    )
  })

  test('with loads that differ by at most one when nobody is in conflict', () => {
    fc.assert(
      fc.property(cases({ inspectors: 9, targets: 60 }), ({ inspectorIds, targets }) => {
        const given = { inspectorIds, targets, conflicts: new Set<string>() }
        const dealt = deal(given)
        if (dealt) expect(spread(loadsOf(given, dealt))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  test('in an order only the secret decides: another order of the lists changes nothing', () => {
    fc.assert(
      fc.property(cases({ inspectors: 6, targets: 30 }), (given) => {
        const { inspectorIds, targets } = given
        const turned = deal({ ...given, inspectorIds: inspectorIds.toReversed(), targets: targets.toReversed() })
        expect(turned).toEqual(deal(given))
      }),
      { numRuns: 100 },
    )
  })

  test('beside what they hold already, and never twice to one order', () => {
    const targets = [{ ...target(1, 1), taken: ['inspector-0'] }]
    const loads = new Map([['inspector-1', 5]])
    const inspectorIds = ['inspector-0', 'inspector-1']
    const dealt = assignInspectors({ targets, inspectorIds, loads, keyOf, isConflict: () => false })
    expect(dealt?.get('order-1')).toEqual(['inspector-1'])
  })
})
