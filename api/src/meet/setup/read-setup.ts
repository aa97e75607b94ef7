import { anyCounty } from '@dj/db/queries/county/counties.ts'
import type { SetupView } from '@dj/shared/county/people/setup.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { knownDivisions } from './divisions.ts'

export async function readSetup(deps: Deps): Promise<Sent<typeof SetupView>> {
  const available = !(await anyCounty(deps.db))
  return { available, counties: available ? await knownDivisions() : [] }
}
