import { anyCounty } from '@dj/db/queries/county/counties.ts'
import { keepSetupCode } from '@dj/db/queries/county/setup-code.ts'
import type { Deps } from '../../platform/deps.ts'
import { hashOf } from '../../platform/http/guard/idempotency.ts'
import { newCode } from '../../platform/one-time-code.ts'

// A transaction needs a county; before the first one there is none.
const NO_COUNTY = '000000'

/** A new one-time code for whoever starts the server, or null once there is a county. Only its hash is kept. */
export async function issueSetupCode({ db, withTx }: Pick<Deps, 'db' | 'withTx'>): Promise<string | null> {
  if (await anyCounty(db)) return null
  const code = newCode({ groups: 4, each: 5 })
  await withTx(NO_COUNTY, (tx) => keepSetupCode(tx, hashOf(code)))
  return code
}
