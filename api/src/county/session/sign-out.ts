import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'

/** Ends this session, or all sessions of the account, and clears the cookie. */
export async function signOut(
  deps: Deps,
  { actor, headers, everywhere }: { actor: Actor; headers: Headers; everywhere: boolean },
): Promise<Response> {
  const cleared = await deps.accounts.signOut(headers, { everywhere })
  const { countyId, personId } = actor
  await deps.withTx(countyId, (tx, at) =>
    recordEvent(tx, { countyId, kind: 'session.closed', at, by: personId, data: { personId, everywhere } }),
  )
  cleared.set('clear-site-data', '"cache"') // what was read stays on no shared screen
  return new Response(null, { status: 204, headers: cleared })
}
