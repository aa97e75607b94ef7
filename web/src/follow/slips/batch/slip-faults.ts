import { askedItems } from '@dj/shared/follow/finding/finding.rules.ts'
import type { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { isProblemCode } from '@dj/shared/problem.ts'
import { CivilDate, civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { productTime } from '../../../platform/api/clock.ts'
import { explain } from '../../../platform/api/problem.ts'
import type { Faults } from '../../../platform/form/use-draft.ts'
import { faultsOf, onlyAsked } from '../../inspections/visit/visit-faults.ts'
import type { SlipRow } from './slip-row.ts'

type Words = 'fault.inspector' | 'fault.day' | 'refused.notAssigned' | 'refused.already' | 'refused.draft'
/** Says it in the reader's language. */
export type Say = (key: Words) => string

/** What keeps a slip out of the batch, by field. Whether somebody had to be called only the server knows. */
export function slipFaults(row: SlipRow, items: readonly ChecklistItem[], say: Say = (key) => key): Faults {
  const answers = onlyAsked(row.answers, askedItems(items, row.answers))
  const faults = new Map(faultsOf({ ...row, answers }, items, false))
  if (row.inspectorId === '') faults.set('inspectorId', say('fault.inspector'))
  if (!CivilDate.safeParse(row.visitedOn).success || row.visitedOn > civilDateOf(productTime()))
    faults.set('visitedOn', say('fault.day'))
  return faults
}

/** Refusals that say "your list" or "your draft" to an inspector mean somebody else to the desk. */
const forTheDesk: Readonly<Record<string, { readonly path: string; readonly words: Words }>> = {
  'inspection.not_assigned': { path: 'inspectorId', words: 'refused.notAssigned' },
  'finding.final_already': { path: 'slip', words: 'refused.already' },
  'request.stale_version': { path: 'slip', words: 'refused.draft' },
}
const shown = /^(answers\.|todo\.|effect|verdict|words|callBack|attachmentIds)/

/** The server's refusal at its field; what belongs to no field (`slip`) is said above the form. */
export function refusalFaults({ refusal }: SlipRow, say: Say): Faults {
  if (refusal === null) return new Map()
  const known = forTheDesk[refusal.code]
  if (known !== undefined) return new Map([[known.path, say(known.words)]])
  const path = refusal.path !== null && shown.test(refusal.path) ? refusal.path : 'slip'
  return new Map([[path, explain(isProblemCode(refusal.code) ? refusal.code : 'request.invalid')]])
}
