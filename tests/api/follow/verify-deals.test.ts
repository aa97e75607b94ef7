import { spawnSync } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assignInspectors } from '@dj/shared/follow/round/assign.rules.ts'
import { drawMessage, drawSample, frameLine, secretOf } from '@dj/shared/follow/round/draw.rules.ts'
import { poolLine, wrongDeals } from '@dj/shared/follow/round/replay.rules.ts'
import type { DrawBundle, DrawDeal } from '@dj/shared/follow/round/round.schema.ts'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const folder = mkdtempSync(join(tmpdir(), 'dj-deals-'))
afterAll(() => rmSync(folder, { recursive: true }))

const [one, two] = [sha256('1'), sha256('2')]
const value = '03 07 11 22'
const keyOf = (message: string) =>
  createHmac('sha256', secretOf(one, two, value))
    .update(message)
    .digest('hex')
const order = (n: number) => `order-${String(n).padStart(2, '0')}`
const at = '2026-11-23T01:00:00.000Z'

const cases = fc.record({
  tiers: fc.array(fc.constantFrom('A' as const, 'B' as const, 'C' as const), { minLength: 1, maxLength: 24 }),
  inspectors: fc.integer({ min: 3, max: 6 }),
  barred: fc.array(fc.tuple(fc.nat(23), fc.nat(5)), { maxLength: 30 }),
  handedOn: fc.array(fc.nat(40), { maxLength: 4 }),
})
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

/** A frame, its sample, its deals by the rule of the house, and some of it handed on. */
function aDealtBundle({ tiers, inspectors, barred, handedOn }: Case) {
  const frame = tiers.map((tier, n): DrawBundle['frame'][number] => [order(n), 1 + (n % 3), tier, null, 'owner'])
  const rules = { rate: 0.5, minimum: 2 }
  const sample = Object.fromEntries(drawSample(frame, (id, version) => keyOf(drawMessage(id, version)), rules))
  const pool = Array.from({ length: inspectors }, (_, n) => `inspector-${n}`)
  const known = new Set(tiers.map((_, n) => order(n)))
  const pairs = [...new Set(barred.map(([n, who]) => `${order(n)} inspector-${who}`))]
  const excluded = pairs.map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? ''])
  const shuns = new Set(pairs)
  const isConflict = (id: string, who: string) => shuns.has(`${id} ${who}`)
  const drawn = new Set(Object.values(sample).flat())
  const wanted = (tier: string) => (tier === 'A' ? 2 : 1)
  const free = (id: string, taken: string[]) =>
    pool.filter((who) => !isConflict(id, who) && !taken.includes(who)).length
  const targets = frame.flatMap(([orderId, version, tier]) => {
    const slots = wanted(tier)
    return (tier !== 'C' || drawn.has(orderId)) && free(orderId, []) >= slots ? [{ orderId, version, slots }] : []
  })
  const dealt = assignInspectors({ targets, inspectorIds: pool, isConflict, keyOf }) ?? new Map<string, string[]>()
  const deals: DrawDeal[] = [
    {
      ...{ at, reason: 'draw', inspectors: pool, orderId: null, ended: null },
      excluded: excluded.filter(([id]) => known.has(id)),
      dealt: [...dealt].flatMap(([id, people]) => people.map((who, i): [string, number, string] => [id, i + 1, who])),
    },
  ]
  const held = [...(deals[0]?.dealt ?? [])]
  for (const n of handedOn) {
    const [gone] = held.length > 0 ? held.splice(n % held.length, 1) : []
    if (!gone) break
    const [orderId, slot, who] = gone
    // What left too few for an order stays open with what is handed on, as in the house; whoever had an interest keeps it.
    const mine = held.filter(([id]) => id === orderId)
    const taken = mine.map(([, , person]) => person)
    shuns.add(`${orderId} ${who}`)
    excluded.push([orderId, who])
    const loads = new Map(pool.map((id) => [id, held.filter(([, , person]) => person === id).length]))
    const [, version = 0, tier = 'C'] = frame.find(([id]) => id === orderId) ?? []
    const open = [1, 2].slice(0, wanted(tier)).filter((each) => mine.every(([, held]) => held !== each))
    const target = { orderId, version, slots: open.length, taken }
    const targets = free(orderId, taken) >= open.length ? [target] : []
    const next = assignInspectors({ targets, inspectorIds: pool, isConflict, keyOf, loads })
    const again = (next?.get(orderId) ?? []).map((to, nth): [string, number, string] => [orderId, open[nth] ?? 0, to])
    deals.push({
      ...{ at, reason: 'conflict', inspectors: pool, orderId, ended: [slot, who], dealt: again },
      excluded: excluded.filter(([id]) => id === orderId),
    })
    held.push(...again)
  }
  const instant = '2026-11-18T02:00:00.000Z'
  const bundle = {
    ...{ format: 'dangjian-draw/2', county: { id: '330382', name: '乐清市' }, quarter: '2026Q4', ...rules },
    ...{ commitments: [sha256(one), sha256(two)], committedAt: [instant, instant], frozenAt: instant },
    ...{ frameHash: sha256(frame.map(frameLine).join('')), poolHash: sha256(pool.map(poolLine).join('')), pool },
    publicValue: {
      ...{ source: '开奖号码', announcedAt: instant, on: '2026-11-22', notation: '## ## ## ##', value },
      typedAt: '2026-11-22T14:00:00.000Z',
    },
    ...{ seeds: [one, two], withheld: [], frame, sample, targeted: [], deals, aborted: [] },
  }
  return { ...bundle, digest: sha256(JSON.stringify(bundle)) }
}

function says(bundle: object): string {
  const file = join(folder, 'bundle.json')
  writeFileSync(file, JSON.stringify(bundle))
  const { stdout, stderr } = spawnSync(process.execPath, [
    join(import.meta.dirname, '../../../api/src/follow/draw/verify/verify-draw.mjs'),
    file,
  ])
  return `${stdout.toString()}${stderr.toString()}`
}

test('the rule of the house and the program for everybody deal the same, and both see one inspector put in place of another', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const bundle = aDealtBundle(given)
      expect([wrongDeals(bundle, keyOf), says(bundle)]).toEqual([[], expect.stringMatching(/^ok/)])
      const bare = { ...bundle, pool: undefined, poolHash: undefined, deals: undefined, digest: undefined }
      const without = { ...bare, digest: sha256(JSON.stringify(bare)) }
      expect(says(without)).toContain('pool hash 检查员库哈希: none was frozen')
      const [first, ...others] = bundle.deals
      const [[id, slot, who] = ['', 1, ''], ...rest] = first?.dealt ?? []
      if (!first || id === '') return
      const instead = bundle.pool.find((each) => each !== who) ?? ''
      const favour = {
        ...bundle,
        deals: [{ ...first, dealt: [[id, slot, instead] as [string, number, string], ...rest] }, ...others],
      }
      expect(wrongDeals(favour, keyOf)[0]).toBe(0)
      expect(says(favour)).toContain('does not match: deal 1 (draw)')
    }),
    { numRuns: 8, examples: [[{ tiers: ['A'], inspectors: 3, barred: [[0, 0]], handedOn: [0, 0] }]] },
  )
})
