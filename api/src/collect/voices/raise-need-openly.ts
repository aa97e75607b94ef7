import { findNeed } from '@dj/db/queries/collect/need-list.ts'
import { findCounty } from '@dj/db/queries/county/counties.ts'
import { findSuccessor } from '@dj/db/queries/county/organizations.ts'
import { insertSight } from '@dj/db/queries/collect/receipts.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { NeedReceipt, RaiseNeedOpenly } from '@dj/shared/collect/need/need.schema.ts'
import { claimsForOthers } from '@dj/shared/county/people/grant.rules.ts'
import { type Actor, mayAnywhere } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { fileNeed } from './file-need.ts'
import { toNeedView } from '../needs/need.view.ts'

type Input = RaiseNeedOpenly & { countyId: string; actor: Actor | null; device: string | null }

/** Files a need from the open form: no account, the receipt code is the only key to it. */
export function raiseNeedOpenly(
  deps: Deps,
  { countyId, contact, shareContact, townId, organizationId, actor, device, ...words }: Input,
): Promise<Sent<typeof NeedReceipt>> {
  return deps.withTx(countyId, async (tx, at) => {
    if (!(await findCounty(tx, countyId))) throw new Refused('not_found')
    const place = await placeOf(tx, countyId, { townId, organizationId })
    const need = { countyId, ...words, ...place, contactConsent: shareContact, channel: 'self_service' as const }
    const { id, receiptCode, receiptHash } = await fileNeed(tx, deps, at, need, contact)
    // Somebody of the staff who fills the form for a visitor was told the code like at their own desk.
    const staff = actor?.countyId === countyId && mayAnywhere('need.raise_for_others', actor) ? actor : null
    const isTold = staff === null || !claimsForOthers(staff.grants)
    if (staff !== null && isTold) {
      const seen = { needId: id, personId: staff.personId, told: receiptHash, device, at }
      await insertSight(tx, { countyId, id: newId(), ...seen })
    }
    const row = must(await findNeed(tx, { countyId, personId: null }, id), 'the need just filed')
    return { need: toNeedView(row, null), receiptCode: isTold ? receiptCode : null }
  })
}

/** The organization whose poster led here, with its town; else the town that was said, if any. */
async function placeOf(tx: Tx, countyId: string, said: Pick<RaiseNeedOpenly, 'townId' | 'organizationId'>) {
  const { townId = null, organizationId } = said
  const [town, desk] = [await findPlace(tx, countyId, townId), await findPlace(tx, countyId, organizationId ?? null)]
  if (townId !== null && town?.kind !== 'town') throw new Refused('need.organization_unknown', 'townId')
  if (organizationId === undefined) return { townId: town?.id ?? null }
  if (!desk) throw new Refused('need.organization_unknown', 'organizationId')
  return { organizationId: desk.id, townId: desk.townId }
}

const findPlace = async (tx: Tx, countyId: string, id: string | null) =>
  id === null ? undefined : findSuccessor(tx, countyId, id)
