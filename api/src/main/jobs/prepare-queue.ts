import { underAdvisoryLock } from '@dj/db/advisory-lock.ts'
import { APP_ROLE } from '@dj/db/connection-settings.ts'
import { PgBoss } from 'pg-boss'
import { shiftCron } from '../clock/shift-cron.ts'
import { jobs, TIME_ZONE } from './jobs.ts'

export const SCHEMA = 'pgboss'
const LOCK = 7_316_331

const SECONDS_OF = { hour: 3_600, day: 86_400 }
const queue = {
  // A run that hangs is given up after an hour.
  expireInSeconds: SECONDS_OF.hour,
  retryLimit: 2,
  retryDelay: 60,
  retentionSeconds: SECONDS_OF.day,
  deleteAfterSeconds: 7 * SECONDS_OF.day,
}

/** Brings the queue's own schema and the schedules to the newest state, as the owner, and lets the app's role work with them. `aheadMs`: how far the product's time runs ahead of the queue's. */
export async function prepareQueue(ownerUrl: string, aheadMs = 0): Promise<void> {
  await underAdvisoryLock(ownerUrl, LOCK, async (ask) => {
    const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, max: 1, supervise: false, schedule: false })
    const failures: unknown[] = []
    boss.on('error', (error) => failures.push(error))
    try {
      await boss.start()
      await keepSchedules(boss, aheadMs)
    } finally {
      await boss.stop({ graceful: false })
    }
    if (failures.length > 0) throw new Error('the job queue could not be prepared', { cause: failures[0] })
    await ask(`grant usage on schema ${SCHEMA} to ${APP_ROLE}`)
    await ask(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_ROLE}`)
    await ask(`grant usage on all sequences in schema ${SCHEMA} to ${APP_ROLE}`)
  })
}

async function keepSchedules(boss: PgBoss, aheadMs: number): Promise<void> {
  for (const { name, cron } of jobs) {
    if (await boss.getQueue(name)) await boss.updateQueue(name, queue)
    else await boss.createQueue(name, { ...queue, policy: 'singleton' }) // one run at a time over all processes
    // What fell into a time when no process ran is done once when one does again.
    await boss.schedule(name, shiftCron(cron, aheadMs), null, { tz: TIME_ZONE, missed: 'once' })
  }
  const wanted = new Set(jobs.map(({ name }) => name))
  for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name)
}
