import { listCounties } from '@dj/db/queries/county/counties.ts'
import { type Deps, inCounty } from '../../platform/deps.ts'
import { countJob } from '../../platform/http/metrics.ts'
import type { Job } from './jobs.ts'

/** Does one job for every county; what fails in one does not keep the others waiting. Throws at the end if any failed. */
export async function runJob(deps: Deps, { name, work }: Job): Promise<void> {
  let failed = 0
  for (const { countyId } of await listCounties(deps.db)) {
    try {
      const done = await work(inCounty(deps, countyId), countyId)
      deps.log.info({ job: name, countyId, ...done }, 'job')
    } catch (error) {
      failed += 1
      deps.log.error({ err: error, job: name, countyId }, 'job failed')
    }
  }
  countJob(name, failed === 0)
  if (failed > 0) throw new Error(`${name} failed in ${failed} counties`)
}
