import { lockWaiting, updateReset } from '@dj/db/queries/county/account-resets.ts'
import { accountNamed, type AccountRow, setPassword } from '@dj/db/queries/county/accounts.ts'
import { findPerson } from '@dj/db/queries/county/people.ts'
import { announceChange, endSessions } from '@dj/db/queries/county/sessions.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { OpenAccount } from '@dj/shared/county/people/account.schema.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Caller } from '../../platform/accounts.ts'
import type { Deps } from '../../platform/deps.ts'
import { hashOfCode, isSameHash } from '../../platform/one-time-code.ts'
import { signIn } from '../session/sign-in.ts'
import { refuseGuessable } from './weak-password.ts'

/** Asked about when nobody has the name, so that it takes as long. */
const nobody = { countyId: '000000', personId: '00000000-0000-7000-8000-000000000000', accountId: '' }

/** The owner chooses the password of a new or reset account, and is signed in. */
export async function openAccount(deps: Deps, input: OpenAccount & { from: Caller }): Promise<Response> {
  const { code, password, from } = input
  const username = input.username.toLowerCase()
  const tried = deps.accounts.attempt({ secret: 'code', username }, from, async () => {
    const passwordHash = await deps.accounts.hashPassword(password)
    const account = (await accountNamed(deps.db, username)) ?? nobody
    // Weighing a password holds the process for a moment: not for strangers who have no code.
    if (!(await isRightCode(deps, account, code))) return null
    await refuseGuessable(password, [username], 'password')
    return useCode(deps, account, { code, passwordHash })
  })
  const opening = tried.then((opened) => refuseIf(opened ? undefined : 'account.code_wrong'))
  await opening.catch((error: unknown) => {
    deps.refusals?.note({ error, operation: 'account.open', who: { username, from } })
    throw error
  })
  return signIn(deps, { username, password, from, proven: true })
}

function isRightCode(deps: Deps, { countyId, personId }: Owner, code: string): Promise<boolean> {
  const hash = hashOfCode(deps.salt, personId, code)
  return deps.withTx(countyId, async (tx, at) => {
    const reset = await lockWaiting(tx, countyId, personId, 'issued')
    return isSameHash(reset?.codeHash ?? '', hash) && reset !== undefined && reset.until > at
  })
}

type Owner = Pick<AccountRow, 'countyId' | 'personId' | 'accountId'>

/** Sets the password once; null when this code does not open that account now. */
function useCode(
  deps: Deps,
  { countyId, personId, accountId }: Owner,
  { code, passwordHash }: { code: string; passwordHash: string },
): Promise<true | null> {
  const hash = hashOfCode(deps.salt, personId, code)
  return deps.withTx(countyId, async (tx, at) => {
    const reset = await lockWaiting(tx, countyId, personId, 'issued')
    if (!isSameHash(reset?.codeHash ?? '', hash) || !reset || reset.until <= at) return null
    const person = await findPerson(tx, countyId, personId)
    refuseIf(person?.status === 'active' ? undefined : 'auth.suspended')
    await updateReset(tx, reset, { state: 'used', codeHash: null, endedAt: at })
    await setPassword(tx, accountId, passwordHash, at)
    await endSessions(tx, accountId)
    const data = { personId, resetId: reset.id }
    await recordEvent(tx, { countyId, kind: 'account.opened', at, by: personId, data })
    await announceChange(tx, personId)
    return true
  })
}
