import { z } from 'zod'
import { CountyId } from '../../platform/ids.ts'
import { ContactStanding, TalkView } from '../../claim/talk/talk.schema.ts'
import { NeedState, RequesterKind } from '../../collect/need/need.schema.ts'
import { DeadlineView } from '../../build/order/deadline.schema.ts'
import { DeliveryView, OrderState, EventView } from '../../build/order/order.schema.ts'
import { Grade } from '../../follow/rating/rating.schema.ts'
import { Instant } from '../../platform/text.schema.ts'

/** What a requester sees with the receipt code and nothing else. */
export const ReceiptView = z.object({
  code: z.string(),
  county: z.object({ id: CountyId, name: z.string() }),
  state: NeedState,
  requesterKind: RequesterKind,
  body: z.string(),
  receivedAt: Instant,
  respondBy: Instant.nullable().meta({ description: 'Null while it waits for the working-day calendar of its year' }),
  answer: z.string().nullable(),
  declineReason: z.string().nullable(),
  mayReopen: z.boolean().meta({ description: 'A second look may be asked for, once' }),
  orders: z.array(
    z.object({
      id: z.uuid(),
      number: z.string().nullable(),
      title: z.string(),
      state: OrderState,
      holders: z.array(z.string()),
      deadline: DeadlineView.nullable(),
      question: DeliveryView.nullable().meta({ description: 'The delivery that waits for an answer' }),
      retirement: z
        .object({ id: z.uuid(), reason: z.string(), noticeUntil: Instant.nullable(), objected: z.boolean() })
        .nullable()
        .meta({ description: 'The public notice it is under, and whether this requester has objected' }),
      mayRate: z.boolean(),
      myRating: z.object({ attitude: Grade, speed: Grade, result: Grade, words: z.string().nullable() }).nullable(),
    }),
  ),
  talks: z.array(TalkView).meta({ description: 'With those who have taken it on' }),
  talksShut: z
    .boolean()
    .meta({ description: 'Whoever asks, or this device, saw the contact or the code: no conversation is shown' }),
  contact: ContactStanding,
  timeline: z.array(EventView),
})
export type ReceiptView = z.infer<typeof ReceiptView>
