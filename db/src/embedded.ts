import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Cluster, openCluster, recall, remember, urlOf } from './embedded/cluster.ts'
import { isAlive, isServed } from './embedded/postmaster.ts'
import { adopt, halt, start, type StartOptions } from './embedded/server.ts'
import { underStartLock } from './embedded/start-lock.ts'
import { type ServerNews, watchServer } from './embedded/watch.ts'

export interface EmbeddedOptions {
  dataDir: string
  port?: number
  /** Gives up durability and is for tests only. */
  fast?: boolean
  /** With it the server is started again whenever it ends unasked, and this hears of it. */
  tell?: (news: ServerNews) => void
}

export interface Embedded {
  url: string
  /** Whether the server has ended unasked and is being started again. */
  isRestarting(): boolean
  /** Ends the server, unless another living process started it. */
  stop(): Promise<void>
}

/** A server that is used, by the one who ends it or by a guest. */
interface Use {
  cluster: Cluster
  asGuest: boolean
}

/** PostgreSQL under `<dataDir>/postgres`: started, or taken over when it outlived the process that started it. */
export async function startEmbedded({ dataDir, port, fast = false, tell }: EmbeddedOptions): Promise<Embedded> {
  await mkdir(dataDir, { recursive: true })
  const use = await underStartLock(lockOf(dataDir), async () => bringUp(await openCluster(dataDir, port), { fast }))
  const isThere = () => isServed(use.cluster)
  const watch = tell && watchServer({ isThere, tell, restart: (signal) => restart(use, { fast, signal }) })
  const stop = async () => {
    await watch?.end()
    if (!use.asGuest) await halt(use.cluster)
  }
  return { url: urlOf(use.cluster), isRestarting: () => watch?.isRestarting() ?? false, stop }
}

async function bringUp(cluster: Cluster, options: StartOptions): Promise<Use> {
  const running = await adopt(cluster, options.signal)
  if (!running) await start(cluster, options)
  const asGuest = running && hasOtherOwner(cluster)
  if (!asGuest) await takeOwnership(cluster)
  return { cluster, asGuest }
}

/** At the same address; whoever of several processes comes first starts it, the others find it running. */
async function restart(use: Use, options: StartOptions): Promise<void> {
  const { dataDir, memory } = use.cluster
  await underStartLock(lockOf(dataDir), async () => {
    use.cluster.memory = { ...((await recall(dataDir)) ?? memory), port: memory.port }
    Object.assign(use, await bringUp(use.cluster, { ...options, keepPort: true }))
    if (use.cluster.memory.port !== memory.port) throw new Error('the database listens elsewhere now')
  })
}

const lockOf = (dataDir: string): string => join(dataDir, 'postgres.lock')

function hasOtherOwner({ memory }: Cluster): boolean {
  return memory.ownerPid !== 0 && memory.ownerPid !== process.pid && isAlive(memory.ownerPid)
}

async function takeOwnership(cluster: Cluster): Promise<void> {
  cluster.memory.ownerPid = process.pid
  await remember(cluster)
}
