import { APP_ROLE } from '@dj/db/connection-settings.ts'
import { PgBoss } from 'pg-boss'
import type { Deps } from '../../platform/deps.ts'
import { jobs } from './jobs.ts'
import { SCHEMA } from './prepare-queue.ts'
import { runJob } from './run-job.ts'

export interface RunningJobs {
  /** Takes no more work and waits for what is under way. */
  stop(withinMs: number): Promise<void>
}

/** Lets this process take its share of the jobs, as the app's role. Every process does so; each run happens in one of them. */
export async function startJobs(deps: Deps, url: string): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: url,
    options: `-c role=${APP_ROLE} -c statement_timeout=60000`,
    application_name: 'dangjian-jobs',
    schema: SCHEMA,
    max: 2,
    // The schema belongs to the migration: this role could neither change it nor rebuild its indexes.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => deps.log.warn({ err: error }, 'job queue'))
  await boss.start()
  for (const job of jobs) {
    await boss.work(job.name, { pollingIntervalSeconds: 30 }, () => runJob(deps, job))
  }
  return { stop: (withinMs) => boss.stop({ graceful: true, timeout: withinMs }) }
}
