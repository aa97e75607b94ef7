import { findReset, lockReset, replaceWaiting, updateReset } from '@dj/db/queries/county/account-resets.ts'
import { lockPerson } from '@dj/db/queries/county/people.ts'
import { rolesOf } from '@dj/db/queries/county/reset-lists.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { ResetAsked } from '@dj/shared/county/people/account.schema.ts'
import { confirmResetRefusal, withdrawResetRefusal } from '@dj/shared/county/people/reset.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { hashOfCode } from '../../platform/one-time-code.ts'
import { newAccountCode, untilOf } from './issue-code.ts'
import { refuseSameHand } from './same-hand.ts'
import { shutOut, slipOf } from './shut-out.ts'

interface Input {
  actor: Actor
  id: string
}

/** The second administrator: only now there is a code, and the old password stops. */
export async function confirmReset(deps: Deps, { actor, id }: Input): Promise<Sent<typeof ResetAsked>> {
  const { countyId, personId: by } = actor
  const [code, nothing] = [newAccountCode(), await deps.accounts.hashOfNothing()]
  const { slip, personId } = await deps.withTx(countyId, async (tx, at) => {
    const found = await findReset(tx, countyId, id)
    if (!found) throw new Refused('not_found')
    const person = must(await lockPerson(tx, countyId, found.personId), 'the person')
    const reset = must(await lockReset(tx, countyId, id), 'the reset')
    refuseIf(confirmResetRefusal(actor, reset, await rolesOf(tx, countyId, person.id, at), at))
    refuseIf(person.status === 'active' ? undefined : 'account.not_active')
    await refuseSameHand(tx, actor, [reset.askedBy], at)
    await shutOut(tx, person, nothing, at)
    await replaceWaiting(tx, countyId, person.id, 'issued', at)
    const codeHash = hashOfCode(deps.salt, person.id, code)
    const until = untilOf(at)
    await updateReset(tx, reset, { state: 'issued', confirmedBy: by, codeHash, issuedAt: at, until })
    const data = { personId: person.id, resetId: id, kind: reset.kind, until: until.toISOString() }
    const asked = { ...data, askedBy: reset.askedBy }
    await recordEvent(tx, { countyId, kind: 'account.code_issued', at, by, data: asked })
    return { id, personId: person.id, slip: await slipOf(tx, person, actor, until.toISOString()) }
  })
  await deps.accounts.forget(personId)
  return { id, slip: { ...slip, code } }
}

/** Takes a request back before it is confirmed. */
export async function withdrawReset(deps: Deps, { actor, id }: Input): Promise<Sent<typeof ResetAsked>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const reset = await lockReset(tx, countyId, id)
    if (!reset) throw new Refused('not_found')
    refuseIf(withdrawResetRefusal(actor, reset))
    await updateReset(tx, reset, { state: 'withdrawn', endedAt: at })
    const data = { personId: reset.personId, resetId: id }
    await recordEvent(tx, { countyId, kind: 'account.reset_withdrawn', at, by, data })
    return { id, slip: null }
  })
}
