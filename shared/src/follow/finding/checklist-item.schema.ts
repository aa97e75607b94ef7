import { z } from 'zod'
import { text } from '../../platform/text.schema.ts'

export const ItemCode = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'item_code')
export const ChecklistItem = z.strictObject({
  code: ItemCode,
  text: text(2, 200),
  kind: z.enum(['yes_no', 'grade', 'number', 'words']),
  required: z.boolean(),
  evidence: z.boolean().meta({ description: 'Needs a photo when answered' }),
  when: z
    .strictObject({ code: ItemCode, is: z.union([z.boolean(), z.number(), text(0, 200)]) })
    .nullable()
    .meta({ description: 'Asked only when another item was answered so' }),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

export const CallBack = z.strictObject({
  called: z.boolean(),
  satisfied: z.boolean().nullable(),
  words: text(1, 1000).nullable(),
})
export type CallBack = z.infer<typeof CallBack>
