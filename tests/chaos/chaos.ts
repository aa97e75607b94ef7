import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ChaosCluster, openCluster } from './cluster.ts'
import { forms } from './forms.ts'
import { runPlanted, toldOfPlanted } from './planted.ts'
import { runQuarters } from './quarters.ts'
import { runClaims, toldOf } from './run.ts'
import { makeScene, type Scene } from './scene.ts'
import { runVerbs, toldOfVerbs } from './verbs.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, quick: { type: 'boolean' }, only: { type: 'string' } },
})
const seed = Number(values.seed ?? randomInt(2 ** 31))
if (!Number.isSafeInteger(seed)) throw new Error('--seed is a whole number')
const names = ['planted', 'claims', 'verbs', 'fuzz']
if (!names.includes(values.only ?? 'fuzz')) throw new Error(`--only one of ${names.join(', ')}`)
const form = forms[values.quick ? 'quick' : 'full']
const root = join(import.meta.dirname, '../..')

const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => interruption.abort(new Error(`ended by ${signal}`)))

const parts = {
  planted: async ({ cluster, scene }: Stage) => {
    const caught = await runPlanted(cluster, scene, seed, interruption.signal)
    for (const each of caught) console.log(toldOfPlanted(each))
    return caught.every(({ isCaught }) => isCaught) ? 'good' : 'broken'
  },
  claims: async ({ cluster, scene }: Stage) => {
    const quarters = await runQuarters(cluster, { name: 'quarters' })
    console.log('ratings at the edges of quarters:', Object.keys(quarters).join(' · ') || 'no fault')
    const report = await runClaims(cluster, scene, { ...form.claims, name: 'claims', seed }, interruption.signal)
    console.log(toldOf(report))
    if (Object.keys({ ...quarters, ...report.verdict }).length > 0) return 'broken'
    return report.counts ? 'good' : 'void'
  },
  verbs: async ({ cluster }: Stage) => {
    const report = await runVerbs(cluster, seed, interruption.signal)
    console.log(toldOfVerbs(report))
    if (Object.keys(report.verdict).length > 0) return 'broken'
    return report.counts ? 'good' : 'void'
  },
} satisfies Record<string, (stage: Stage) => Promise<Outcome>>

/** `void`: nothing was found broken, and too little was in flight for that to mean anything. */
type Outcome = 'good' | 'void' | 'broken'

interface Stage {
  cluster: ChaosCluster
  scene: Scene
}

console.log(`seed ${seed}: pnpm chaos${values.quick ? ' --quick' : ''} --seed ${seed}`)
const outcomes = [...(await onStage()), ...(wanted('fuzz') ? [await fuzz()] : [])]
if (interruption.signal.aborted) outcomes.push('void')
const outcome = (['broken', 'void'] as const).find((bad) => outcomes.includes(bad)) ?? 'good'
const words = {
  good: 'nothing was broken',
  void: 'void: it was interrupted, or too little was in flight when things died. Nothing was found broken, and nothing is proven; run it again on a quieter machine',
  broken: `something was broken, see above (seed ${seed})`,
}
console.log(words[outcome])
process.exitCode = { good: 0, broken: 1, void: 2 }[outcome]

function wanted(part: string): boolean {
  return values.only === undefined || values.only === part
}

/** On a cluster of their own, which is gone afterwards whatever happened. */
async function onStage(): Promise<Outcome[]> {
  if (!Object.keys(parts).some(wanted)) return []
  const cluster = await openCluster(form.connections)
  try {
    const scene = await makeScene(cluster, form.scene)
    const found: Outcome[] = []
    for (const [name, part] of Object.entries(parts))
      if (wanted(name) && !interruption.signal.aborted) found.push(await part({ cluster, scene }))
    return found
  } catch (error) {
    if (interruption.signal.aborted) return ['void']
    console.error(error)
    return ['broken']
  } finally {
    await cluster.end()
  }
}

/** The test of the schemas, with as many requests as the form asks for. */
async function fuzz(): Promise<Outcome> {
  const env = { ...process.env, FUZZ_REQUESTS: String(form.fuzz), FUZZ_SEED: String(seed) }
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'pg',
    'tests/api/platform/fuzz.pg.test.ts',
  ]
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  interruption.signal.addEventListener('abort', () => child.kill('SIGTERM'))
  if (interruption.signal.aborted) child.kill('SIGTERM')
  const [code]: unknown[] = await once(child, 'exit')
  return code === 0 ? 'good' : 'broken'
}
