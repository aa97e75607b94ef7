import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { sessionView } from './session.view.ts'

export async function readSession(deps: Deps, headers: Headers): Promise<Sent<typeof SessionView>> {
  const signedIn = await deps.accounts.whoIs(headers, { fresh: false })
  if (!signedIn) throw new Refused('auth.required')
  return sessionView(deps.db, signedIn)
}
