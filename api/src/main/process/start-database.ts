import { mkdir } from 'node:fs/promises'
import { startEmbedded } from '@dj/db/embedded.ts'
import type { Closers } from './closers.ts'

interface Wanted {
  dataDir: string
  databaseUrl: string | undefined
}

/** The address of the owner of a running database: the one that is given, or an embedded one in the data folder. */
export async function startDatabase({ dataDir, databaseUrl }: Wanted, closers: Closers): Promise<string> {
  await mkdir(dataDir, { recursive: true })
  if (databaseUrl !== undefined) return databaseUrl
  const embedded = await startEmbedded({ dataDir })
  closers.add(embedded.stop)
  return embedded.url
}
