import { randomInt } from 'node:crypto'
import { anyCounty } from '@dj/db/queries/county/counties.ts'
import { keepSetupCode } from '@dj/db/queries/county/setup-code.ts'
import type { Deps } from '../../platform/deps.ts'
import { hashOf } from '../../platform/http/guard/idempotency.ts'

// A transaction needs a county; before the first one there is none.
const NO_COUNTY = '000000'
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new one-time code for whoever starts the server, or null once there is a county. Only its hash is kept. */
export async function issueSetupCode({ db, withTx }: Pick<Deps, 'db' | 'withTx'>): Promise<string | null> {
  if (await anyCounty(db)) return null
  const code = Array.from({ length: 4 }, () => Array.from({ length: 5 }, letter).join('')).join('-')
  await withTx(NO_COUNTY, (tx) => keepSetupCode(tx, hashOf(code)))
  return code
}

const letter = (): string => letters.charAt(randomInt(letters.length))
