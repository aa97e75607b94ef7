import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inCounty, newId } from '@dj/api/platform/deps.ts'
import { assignRound } from '@dj/api/follow/targets/assign-round.ts'
import { commitSeed } from '@dj/api/follow/draw/commit-seed.ts'
import { drawRound } from '@dj/api/follow/draw/draw-round.ts'
import { freezeRound } from '@dj/api/follow/draw/freeze-round.ts'
import { openRound } from '@dj/api/follow/rounds/open-round.ts'
import { revealSeed } from '@dj/api/follow/draw/reveal-seed.ts'
import { typePublicValue } from '@dj/api/follow/draw/type-public-value.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { OpenRound } from '@dj/shared/follow/round/round.schema.ts'
import { addDays, civilDateOf, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { PersonId } from '@dj/shared/platform/ids.ts'
import { MovableClock } from '../support/clock.ts'
import { openApp } from '../support/open-app.ts'
import { COUNTY } from './generate/places.ts'

const [, , url = '', inspectors = '200'] = process.argv
const clock = new MovableClock(new Date().toISOString())
const { deps: anywhere, end } = await openApp(url, clock.now)
const deps = inCounty(anywhere, COUNTY)

const people = await deps.db.execute<{ id: string }>(
  `select id from person order by id limit ${Number(inspectors) + 2}`,
)
const ids = people.map((row) => PersonId.parse(row.id))
const [one, two] = [must(ids.at(-1), 'a holder'), must(ids.at(-2), 'a holder')]

const as = (personId: string): Actor => ({
  countyId: COUNTY,
  personId,
  accountId: '',
  kind: 'staff',
  homeOrganizationId: null,
  grants: [{ role: 'county_organizer', organizationId: newId() }],
})
const [lead, drawer] = [as(newId()), as(newId())]
const seed = createHash('sha256').update('a seed').digest('hex')

const took: string[] = []
async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now()
  const done = await work()
  took.push(`${name} ${((performance.now() - begin) / 1000).toFixed(1)} s`)
  return done
}
const peak = () => Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024)

const tomorrow = addDays(civilDateOf(clock.now()), 1)
const plan = OpenRound.parse({
  quarter: quarterOf(clock.now()),
  dueOn: addDays(tomorrow, 30),
  seedHolderIds: [one, two],
  publicValueSource: '双色球开奖号码',
  publicValueNotation: '####',
  publicValueOn: tomorrow,
})
const { id: roundId } = await openRound(deps, { actor: lead, ...plan })
const commitment = createHash('sha256').update(seed).digest('hex')
for (const holder of [one, two]) await commitSeed(deps, { actor: as(holder), roundId, commitment })
const before = peak()
const frozen = await timed('freeze', () => freezeRound(deps, { actor: lead, roundId }))
clock.advance({ days: 1 })
for (const holder of [one, two]) await revealSeed(deps, { actor: as(holder), roundId, seed })
await typePublicValue(deps, { actor: lead, roundId, value: '0777' })
await timed('draw', () => drawRound(deps, { actor: drawer, roundId }))
const running = await timed('assign', () => assignRound(deps, { actor: lead, roundId }))
const loads = await deps.db.execute<{ low: number; high: number; n: number }>(`
  select min(n)::int as low, max(n)::int as high, sum(n)::int as n from (select count(*) as n from assignment group by inspector_id) x`)
console.log({
  frame: frozen.frameCount,
  counts: running.counts,
  took,
  loads: loads[0],
  peakMiB: peak(),
  beforeMiB: before,
})
await end()
