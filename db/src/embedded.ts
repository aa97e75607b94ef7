import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Cluster, openCluster, remember, urlOf } from './embedded/cluster.ts'
import { isAlive } from './embedded/postmaster.ts'
import { adopt, halt, start } from './embedded/server.ts'
import { underStartLock } from './embedded/start-lock.ts'

/** `fast` gives up durability and is for tests only. */
export interface EmbeddedOptions {
  dataDir: string
  port?: number
  fast?: boolean
}

export interface Embedded {
  url: string
  /** Ends the server, unless another living process started it. */
  stop(): Promise<void>
}

/** PostgreSQL under `<dataDir>/postgres`: started, or taken over when it outlived the process that started it. */
export async function startEmbedded({ dataDir, port, fast = false }: EmbeddedOptions): Promise<Embedded> {
  await mkdir(dataDir, { recursive: true })
  return underStartLock(join(dataDir, 'postgres.lock'), async () => {
    const cluster = await openCluster(dataDir, port)
    const running = await adopt(cluster)
    if (!running) await start(cluster, fast)
    const guest = running && hasOtherOwner(cluster)
    if (!guest) await takeOwnership(cluster)
    return { url: urlOf(cluster), stop: async () => (guest ? undefined : halt(cluster)) }
  })
}

function hasOtherOwner({ memory }: Cluster): boolean {
  return memory.ownerPid !== 0 && memory.ownerPid !== process.pid && isAlive(memory.ownerPid)
}

async function takeOwnership(cluster: Cluster): Promise<void> {
  cluster.memory.ownerPid = process.pid
  await remember(cluster)
}
