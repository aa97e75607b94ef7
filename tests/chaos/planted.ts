import type { ChaosCluster } from './cluster.ts'
import { type Plant, plants } from './planted/plants.ts'
import { runQuarters } from './quarters.ts'
import { runClaims, type Wish } from './run.ts'
import type { Scene } from './scene.ts'
import type { Verdict } from './verdict.ts'

export interface Caught {
  plant: string
  verdict: Verdict
  isCaught: boolean
  seconds: number
}

/** What has to happen for a bug to show, where rivals alone do not bring it out. */
const occasions: Readonly<Record<string, Partial<Wish>>> = {
  'event in a second transaction': { attempts: 60 },
  'plain transaction on a dying backend': {
    acts: { backends: 10 },
    attempts: 80,
    patienceMs: 300,
    between: true,
    withinMs: 8_000,
  },
  'synchronous_commit=off': { acts: { crash: 1 }, attempts: 150 },
}

/** Runs the same harness and the same judge with each bug in: one that is not found makes every other run worthless. */
export async function runPlanted(
  cluster: ChaosCluster,
  scene: Scene,
  seed: number,
  interrupted: AbortSignal,
  only = plants,
): Promise<Caught[]> {
  const caught: Caught[] = []
  for (const [index, plant] of only.entries()) {
    const since = performance.now()
    const verdict = await verdictOn(cluster, scene, { plant, name: `planted_${index}`, seed, interrupted })
    const isCaught = plant.finds.some((fault) => verdict[fault] !== undefined)
    caught.push({ plant: plant.name, verdict, isCaught, seconds: (performance.now() - since) / 1000 })
  }
  return caught
}

interface Planted {
  plant: Plant
  name: string
  seed: number
  interrupted: AbortSignal
}

async function verdictOn(
  cluster: ChaosCluster,
  scene: Scene,
  { plant, name, seed, interrupted }: Planted,
): Promise<Verdict> {
  if (plant.edits?.some(({ file }) => file.endsWith('quarter.ts')))
    return runQuarters(cluster, { name, plant: plant.name })
  const hooked = plant.edits !== undefined || plant.variants !== undefined
  const attempts = occasions[plant.name]?.attempts ?? 300
  const few = { ...scene, orders: scene.orders.slice(0, attempts / 2) }
  const wish: Wish = {
    acts: {},
    name,
    seed,
    attempts,
    processes: 1,
    clientsEach: 40,
    withinMs: 60_000,
    ...occasions[plant.name],
    ...(hooked ? { plant: plant.name } : {}),
    prepare: plant.prepare ?? [],
  }
  return (await runClaims(cluster, few, wish, interrupted)).verdict
}

export function toldOfPlanted({ plant, verdict, isCaught, seconds }: Caught): string {
  const faults = Object.entries(verdict).map(([fault, count]) => `${fault} × ${count}`)
  return `${isCaught ? 'caught' : 'NOT CAUGHT'}: ${plant} (${faults.join(' · ') || 'no fault seen'}), ${seconds.toFixed(1)} s`
}
