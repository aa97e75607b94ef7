import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { SignIn } from '@dj/shared/county/people/session.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/accounts.ts'
import { sessionView } from './session.view.ts'

/** Answers with the cookie of a new session and what GET /session says. */
export async function signIn(deps: Deps, input: SignIn & { from: Caller; proven?: true }): Promise<Response> {
  const { from, ...credentials } = input
  const { username } = credentials
  const { signedIn, headers } = await deps.accounts.signIn(credentials, from).catch((error: unknown) => {
    deps.refusals?.note({ error, operation: 'session.create', who: { username, from } })
    throw error
  })
  const { countyId, personId } = signedIn.actor
  await deps.withTx(countyId, (tx, at) =>
    recordEvent(tx, { countyId, kind: 'session.opened', at, by: personId, data: { personId } }),
  )
  headers.set('cache-control', 'no-store')
  return Response.json(await sessionView(deps.dbOf(countyId), signedIn), { headers })
}
