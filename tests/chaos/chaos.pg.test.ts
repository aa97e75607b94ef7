import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { openCluster } from './cluster.ts'
import { forms } from './forms.ts'
import { runQuarters } from './quarters.ts'
import { runClaims, toldOf } from './run.ts'
import { makeScene } from './scene.ts'

const SEED = Number(process.env['CHAOS_SEED'] ?? randomInt(2 ** 31))
const { quick } = forms

const say = (words: string) => process.stdout.write(`chaos: seed ${SEED}, ${words}\n`)

// That the judge has teeth is shown by its planted bugs, which take as long again: `pnpm chaos --only planted`.
test(`claims over processes, backends and a database that die come out right (seed ${SEED})`, async ({ signal }) => {
  const cluster = await openCluster(quick.connections)
  try {
    const scene = await makeScene(cluster, quick.scene)
    const report = await runClaims(cluster, scene, { ...quick.claims, name: 'claims', seed: SEED }, signal)
    say(toldOf(report))
    expect(report.verdict).toEqual({})
    expect(report.counts).toBe(true)
    expect(await runQuarters(cluster, { name: 'quarters' })).toEqual({})
  } finally {
    await cluster.end()
  }
}, 300_000)
