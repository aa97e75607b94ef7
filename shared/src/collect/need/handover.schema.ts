import { z } from 'zod'
import { PersonId } from '../../platform/ids.ts'
import { text } from '../../platform/text.schema.ts'

/** Somebody else is asked to take a need over; whoever holds it stays responsible until they accept. */
export const HandOverNeed = z.strictObject({ toPersonId: PersonId, reason: text(2, 500) })
export type HandOverNeed = z.infer<typeof HandOverNeed>
export const DeclineHandover = z.strictObject({ answer: z.literal('decline'), reason: text(2, 500) })
export const AnswerHandover = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accept') }),
  DeclineHandover,
])
export type AnswerHandover = z.infer<typeof AnswerHandover>

/** Who may take a need over, the nearest desk first. `waiting`: needs in their hands that still wait. */
export const ReceiverList = z.object({
  items: z.array(z.object({ id: PersonId, alias: z.string(), organizationName: z.string(), waiting: z.int() })),
})
export type ReceiverList = z.infer<typeof ReceiverList>
