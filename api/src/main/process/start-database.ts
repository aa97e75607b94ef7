import { mkdir } from 'node:fs/promises'
import { startEmbedded } from '@dj/db/embedded.ts'
import type { ServerNews } from '@dj/db/embedded/watch.ts'
import type { Logger } from 'pino'
import type { Closers } from './closers.ts'

interface Wanted {
  dataDir: string
  databaseUrl: string | undefined
}

/** A running database. */
export interface Database {
  /** Of the owner of everything in it. */
  url: string
  /** Whether it died and we are starting it again; one that was given is looked after by others. */
  isRestarting: () => boolean
}

/** The database that is given, or an embedded one in the data folder, which is started again whenever it dies. */
export async function startDatabase(
  { dataDir, databaseUrl }: Wanted,
  { closers, log }: { closers: Closers; log: Logger },
): Promise<Database> {
  await mkdir(dataDir, { recursive: true })
  if (databaseUrl !== undefined) return { url: databaseUrl, isRestarting: () => false }
  const embedded = await startEmbedded({ dataDir, tell: (news) => report(log, news) })
  closers.add(embedded.stop)
  return embedded
}

function report(log: Logger, news: ServerNews): void {
  switch (news.event) {
    case 'ended':
      return log.error('the database server has died')
    case 'restarting':
      return log.warn({ attempt: news.attempt }, 'starting the database server again')
    case 'not_started':
      return log.error(
        { err: news.error, attempt: news.attempt, nextInMs: news.nextInMs },
        'the database server could not be started',
      )
    case 'back':
      return log.warn({ attempt: news.attempt, afterMs: Math.round(news.afterMs) }, 'the database server is back')
  }
}
