import { findNeed } from '@dj/db/queries/collect/need-list.ts'
import { contactOf } from '@dj/db/queries/collect/needs.ts'
import type { Reads } from '@dj/db/connect.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { seesNeed } from './hold-need.ts'
import { onlyJoined, toNeedView } from './need.view.ts'

interface Input {
  actor: Actor
  needId: string
}

/** The page of one need. It shows the masked contact, hence the transaction: personal data is read only in one. */
export function readNeed(deps: Deps, { actor, needId }: Input): Promise<Sent<typeof NeedView>> {
  return deps.withTx(actor.countyId, async (tx) => {
    const [row, contact] = await rowAndContact(tx, actor, needId)
    if (!row) throw new Refused('not_found')
    const seen = { path: row.path, requesterPersonId: row.requester_person_id, seconded: row.seconded }
    if (!seesNeed(actor, seen)) throw new Refused('not_found')
    return toNeedView(row, actor, { page: true, contact })
  })
}

/** Whether somebody raised or handles it: whoever only joined reads neither of whom it is nor its photos. */
export async function readsWholeNeed(db: Reads, actor: Actor, needId: string): Promise<boolean> {
  const row = await findNeed(db, actor, needId)
  return row !== undefined && !onlyJoined(row, actor)
}

/** What a verb answers with after its change. */
export async function viewNeed(tx: Tx, { actor, needId }: Input): Promise<Sent<typeof NeedView>> {
  const [row, contact] = await rowAndContact(tx, actor, needId)
  return toNeedView(must(row, `need ${needId}`), actor, { page: true, contact })
}

const rowAndContact = (tx: Tx, { countyId, personId }: Actor, needId: string) =>
  Promise.all([findNeed(tx, { countyId, personId }, needId), contactOf(tx, countyId, needId)])
