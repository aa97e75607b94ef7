import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '@dj/api/main/app.ts'
import { diskStorage } from '@dj/api/platform/attachments/disk-storage.ts'
import type { Deps } from '@dj/api/platform/deps.ts'
import { Changes } from '@dj/api/platform/events/changes.ts'
import { Workshop } from '@dj/api/platform/workshop/workshop.ts'
import { Trouble } from '@dj/api/platform/health/trouble.ts'
import { createLog } from '@dj/api/platform/log.ts'
import { BetterAuthAccounts } from '@dj/api/county/session/accounts-better-auth.ts'
import { connect } from '@dj/db/connect.ts'
import { APP_ROLE } from '@dj/db/connection-settings.ts'
import { createLanes } from '@dj/db/with-tx.ts'

export const SECRET = 'a secret of the tests, long enough to seal'

/** The app as one process has it, on a database that exists. */
export interface OpenApp {
  app: ReturnType<typeof createApp>
  deps: Deps
  end(): Promise<void>
}

/** Real dependencies as the app's own role; the clock is the test's. `photos`: where another app keeps them. */
export async function openApp(url: string, clock: () => Date, photos?: Deps['photos']): Promise<OpenApp> {
  const folder = await mkdtemp(join(tmpdir(), 'dj-test-photos-'))
  const settings = { role: APP_ROLE, applicationName: 'dangjian-test' } as const
  const { db, of: dbOf, end } = connect(url, { ...settings, max: 3 })
  const lanes = createLanes(url, { ...settings, size: 4, clock })
  const accounts = new BetterAuthAccounts({
    url,
    db,
    secret: SECRET,
    secure: false,
    trustProxy: false,
    clock,
    now: clock,
  })
  const log = createLog(process.env['LOG_LEVEL'] ?? 'error')
  const changes = new Changes(dbOf, log)
  const workshop = new Workshop()
  const deps: Deps = {
    withTx: lanes.withTx,
    db,
    dbOf,
    now: clock,
    accounts,
    photos: photos ?? diskStorage(folder),
    changes,
    workshop,
    log,
    trouble: new Trouble(),
    salt: SECRET,
  }
  return {
    app: createApp(deps),
    deps,
    end: async () => {
      changes.close()
      await workshop.close()
      await Promise.all([accounts.end(), lanes.end(), end()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
