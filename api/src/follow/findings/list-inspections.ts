import { ownFindings } from '@dj/db/queries/follow/finding-views.ts'
import { type InspectionRow, listInspections } from '@dj/db/queries/follow/inspections.ts'
import type { FindingView, InspectionList, InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { viewChecklist } from '../checklists/checklist.view.ts'
import type { Deps } from '../../platform/deps.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { officeContact } from '../../county/organizations/organization.view.ts'
import { briefView } from '../targets/brief.view.ts'
import { toFindingView } from './finding.view.ts'

/** Everything the inspector is to check, with all that is needed to look at it without a network. */
export async function listOwnInspections(deps: Deps, actor: Actor): Promise<Sent<typeof InspectionList>> {
  const { countyId, personId } = actor
  const [rows, own, checklist] = await Promise.all([
    listInspections(deps.db, countyId, personId),
    ownFindings(deps.db, countyId, personId),
    viewChecklist(deps.db, countyId),
  ])
  const findings = new Map(own.map((row) => [`${row.round_id} ${row.order_id}`, toFindingView(row)]))
  const items = rows.map((row) => toInspectionView(row, findings.get(`${row.round_id} ${row.order_id}`) ?? null))
  return { items, checklist, asOf: deps.now().toISOString() }
}

const toInspectionView = (
  row: InspectionRow,
  finding: Sent<typeof FindingView> | null,
): Sent<typeof InspectionView> => ({
  roundId: row.round_id,
  quarter: row.quarter,
  orderId: row.order_id,
  number: row.number,
  title: row.title,
  tier: row.tier,
  state: row.state,
  basis: row.basis,
  owner: row.owner,
  town: row.town,
  location: row.location,
  ask: row.ask,
  ...briefView(row),
  said: row.said.map((each) => ({ ...each, at: wireInstant(each.at) })),
  callBackDue: row.call_back_due,
  callees: row.call_back_due ? row.callees.map((each) => ({ ...each, receivedAt: wireInstant(each.receivedAt) })) : [],
  ownerContact: officeContact(row.owner_contact, row.owner_phone),
  finding,
  locked: finding?.state === 'final',
})
