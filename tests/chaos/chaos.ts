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

const { values } = parseArgs({
  options: { seed: { type: 'string' }, quick: { type: 'boolean' }, only: { type: 'string' } },
})
const seed = Number(values.seed ?? randomInt(2 ** 31))
if (!Number.isSafeInteger(seed)) throw new Error('--seed is a whole number')
if (!['planted', 'claims', 'fuzz'].includes(values.only ?? 'fuzz')) throw new Error('--only planted, claims or fuzz')
const form = forms[values.quick ? 'quick' : 'full']
const root = join(import.meta.dirname, '../..')

const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => interruption.abort(new Error(`ended by ${signal}`)))

const parts = {
  planted: async ({ cluster, scene }: Stage) => {
    const caught = await runPlanted(cluster, scene, seed, interruption.signal)
    for (const each of caught) console.log(toldOfPlanted(each))
    return caught.every(({ isCaught }) => isCaught)
  },
  claims: async ({ cluster, scene }: Stage) => {
    const quarters = await runQuarters(cluster, { name: 'quarters' })
    console.log('ratings at the edges of quarters:', Object.keys(quarters).join(' · ') || 'no fault')
    const report = await runClaims(cluster, scene, { ...form.claims, name: 'claims', seed }, interruption.signal)
    console.log(toldOf(report))
    return report.counts && Object.keys({ ...quarters, ...report.verdict }).length === 0
  },
}

interface Stage {
  cluster: ChaosCluster
  scene: Scene
}

console.log(`seed ${seed}: pnpm chaos${values.quick ? ' --quick' : ''} --seed ${seed}`)
const outcomes = [await onStage(), wanted('fuzz') ? await fuzz() : true]
const isGood = outcomes.every(Boolean) && !interruption.signal.aborted
console.log(isGood ? 'nothing was broken' : `something was broken, see above (seed ${seed})`)
process.exitCode = isGood ? 0 : 1

function wanted(part: string): boolean {
  return values.only === undefined || values.only === part
}

/** On a cluster of their own, which is gone afterwards whatever happened. */
async function onStage(): Promise<boolean> {
  if (!Object.keys(parts).some(wanted)) return true
  const cluster = await openCluster(form.connections)
  try {
    const scene = await makeScene(cluster, form.scene)
    let isGood = true
    for (const [name, part] of Object.entries(parts))
      if (wanted(name) && !interruption.signal.aborted) isGood = (await part({ cluster, scene })) && isGood
    return isGood
  } catch (error) {
    console.error(error)
    return false
  } finally {
    await cluster.end()
  }
}

/** The test of the schemas, with as many requests as the form asks for. */
async function fuzz(): Promise<boolean> {
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
  return code === 0
}
