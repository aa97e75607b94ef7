import { setPassword } from '@dj/db/queries/county/accounts.ts'
import { lockPerson } from '@dj/db/queries/county/people.ts'
import { announceChange, endSessions } from '@dj/db/queries/county/sessions.ts'
import type { AskReset, ResetAsked } from '@dj/shared/county/people/account.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { viewOf } from '../people/add-person.ts'
import { issueCode, newAccountCode, withCode } from './issue-code.ts'

type Asked = AskReset & { actor: Actor; id: string }

/** A new code for an account whose password is lost: the old one and every session end with it. */
export async function askReset(deps: Deps, { actor, id: personId, reason }: Asked): Promise<Sent<typeof ResetAsked>> {
  const { countyId, personId: by } = actor
  const [code, nothing] = [newAccountCode(), await deps.accounts.hashOfNothing()]
  const asked = await deps.withTx(countyId, async (tx, at) => {
    const person = await lockPerson(tx, countyId, personId)
    if (!person?.accountId) throw new Refused('not_found')
    refuseIf(personId === by ? 'account.not_oneself' : undefined)
    refuseIf(person.status === 'active' ? undefined : 'account.not_active')
    await setPassword(tx, person.accountId, nothing, at)
    await endSessions(tx, person.accountId)
    const { id, expiresAt } = await issueCode(tx, deps, { countyId, personId, kind: 'reset', code, reason }, { at, by })
    await announceChange(tx, personId)
    const { alias, name, username } = await viewOf(tx, countyId, personId)
    return { id, slip: { kind: 'reset' as const, alias, name, username: username ?? '', code: null, expiresAt } }
  })
  await deps.accounts.forget(personId)
  return withCode(asked, code)
}
