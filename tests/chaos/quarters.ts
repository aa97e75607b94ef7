import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { letTimeBePlayed } from '../support/played-time.ts'
import { type ChaosCluster, onceConnected } from './cluster.ts'
import { plantEnvironment } from './plant-environment.ts'
import { COUNTY, copyOfScene } from './scene.ts'
import { judge, type Verdict } from './verdict.ts'

/** Ratings at the edges of quarters, given through the api in a process of their own, and then the database is judged. */
export async function runQuarters(
  cluster: ChaosCluster,
  { name, plant }: { name: string; plant?: string },
): Promise<Verdict> {
  const url = await copyOfScene(cluster, name)
  await letTimeBePlayed(url)
  const env = { PATH: process.env['PATH'], DATABASE_URL: url, ...plantEnvironment(plant) }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'boundary-ratings.ts')], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  const [code]: unknown[] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the ratings at the edges of quarters ended with ${code}`)
  return onceConnected(url, (sql) => judge(sql, COUNTY, []))
}
