import type { Reads } from '@dj/db/connect.ts'
import { type ListedReset, resetsToHandle } from '@dj/db/queries/county/reset-lists.ts'
import { type Actor, mayAnywhere } from '@dj/shared/policy.ts'
import type { WorkItem } from '@dj/shared/meet/work/work.schema.ts'
import { isToTell, refusalToConfirm } from '../../county/accounts/reset.view.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import type { Waiting } from './waiting.ts'

interface Asking {
  db: Reads
  actor: Actor
  now: Date
  limit: number
}

/** Resets: what waits for a second administrator, and what the security administrator and the owner have to know. */
export async function accountWork({ db, actor, now, limit }: Asking): Promise<Waiting[]> {
  const { countyId, personId } = actor
  const security = actor.grants.some(({ role }) => role === 'security_admin')
  const rows = await resetsToHandle(db, { countyId, personId, security, at: now, limit })
  return rows.flatMap((row) => {
    const isOwn = row.personId === personId && row.issuedAt !== null && !row.ownerTold
    const confirms = mayAnywhere('account.confirm_reset', actor) && refusalToConfirm(row, actor, now) === undefined
    return [
      ...(confirms ? [waiting('account.confirm', row, row.askedAt, row.until)] : []),
      ...(isToTell(row, actor) ? [waiting('account.reset_told', row, row.issuedAt ?? row.askedAt, null)] : []),
      ...(isOwn ? [waiting('account.reset_own', row, row.issuedAt ?? row.askedAt, null)] : []),
    ]
  })
}

const waiting = (kind: WorkItem['kind'], row: ListedReset, since: string, dueAt: string | null): Waiting => ({
  ...{ kind, subject: { kind: 'reset', id: row.id }, orderId: null, title: row.alias },
  since: wireInstant(since),
  dueAt: dueAt === null ? null : wireInstant(dueAt),
})
