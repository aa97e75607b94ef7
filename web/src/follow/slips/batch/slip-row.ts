import { z } from 'zod'
import { askedItems } from '@dj/shared/follow/finding/finding.rules.ts'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { Slip } from '@dj/shared/follow/finding/slip.schema.ts'
import { CivilDate, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import { productTime } from '../../../platform/api/clock.ts'
import { onlyAsked } from '../../inspections/visit/visit-faults.ts'
import { bodyOf, newFindingId, Writing } from '../../inspections/visit/writing.ts'

const Person = z.object({ id: z.string(), alias: z.string() })

/** A paper slip while it is typed in: what a finding says, and who found it when. Kept on this device until the server has it. */
export const SlipRow = Writing.extend({
  number: z.string(),
  /** Who may have visited: those assigned, or every inspector where the draw is not shown to the desk. */
  inspectors: z.array(Person),
  inspectorId: z.string(),
  visitedOn: z.string(),
})
export type SlipRow = z.infer<typeof SlipRow>

export interface FoundOrder {
  readonly orderId: string
  readonly number: string
  readonly title: string
  readonly inspectors: readonly z.infer<typeof Person>[]
  /** Known where the slip was scanned, or only one is left. */
  readonly inspectorId: string
}

/** An empty slip: the effect, the verdict and every answer are still to be read off the paper. */
export function newRow(roundId: string, found: FoundOrder, checklistVersion: number, visitedOn: string): SlipRow {
  const now = productTime()
  const blank = { answers: {}, effect: null, verdict: null, words: '', todo: {}, callBack: null, photos: [] }
  const unsent = { baseVersion: 0, lastSent: null, final: false, theirs: null, refusal: null }
  const writtenAt = now.toISOString()
  const row = { ...found, ...blank, ...unsent, id: newFindingId(now), roundId, checklistVersion, writtenAt, visitedOn }
  return SlipRow.parse(row)
}

export const slipBody = (row: SlipRow, checklist: ChecklistView): z.input<typeof Slip> => {
  const answers = onlyAsked(row.answers, askedItems(checklist.items, row.answers))
  const writtenAt = startOfCivilDay(CivilDate.parse(row.visitedOn)).toISOString()
  const { effect, verdict, ...rest } = bodyOf({ ...row, answers, writtenAt, checklistVersion: checklist.version })
  if (effect === null || verdict === null) throw new Error('a slip without effect or verdict is never sent')
  return { ...rest, effect, verdict, orderId: row.orderId, inspectorId: row.inspectorId }
}
