import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { openCluster } from './cluster.ts'
import { forms } from './forms.ts'
import { runPlanted, toldOfPlanted } from './planted.ts'
import { plants } from './planted/plants.ts'
import { runQuarters } from './quarters.ts'
import { runClaims, toldOf } from './run.ts'
import { makeScene } from './scene.ts'

const SEED = Number(process.env['CHAOS_SEED'] ?? randomInt(2 ** 31))
const { quick } = forms

const say = (words: string) => process.stdout.write(`chaos: seed ${SEED}, ${words}\n`)

test(`claims over processes, backends and a database that die come out right, and planted bugs are caught (seed ${SEED})`, async ({
  signal,
}) => {
  const cluster = await openCluster(quick.connections)
  try {
    const scene = await makeScene(cluster, quick.scene)
    const report = await runClaims(cluster, scene, { ...quick.claims, name: 'claims', seed: SEED }, signal)
    say(toldOf(report))
    expect(report.verdict).toEqual({})
    expect(report.counts).toBe(true)
    expect(await runQuarters(cluster, { name: 'quarters' })).toEqual({})
    const caught = await runPlanted(cluster, scene, SEED, signal)
    for (const each of caught) say(toldOfPlanted(each))
    expect(caught.filter(({ isCaught }) => isCaught).map(({ plant }) => plant)).toEqual(plants.map(({ name }) => name))
  } finally {
    await cluster.end()
  }
}, 300_000)
