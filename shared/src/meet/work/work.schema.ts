import { z } from 'zod'
import { Nudges } from '../../exit/rectification/rectification.schema.ts'
import { Instant } from '../../platform/text.schema.ts'

/** Everything that can wait for a person. Each names the thing, since when it waits and until when. */
export const WorkKind = z.enum([
  'need.respond',
  'need.take_over',
  'need.build',
  'order.publish',
  'order.draft',
  'order.unclaimed',
  'claim.decide',
  'claim.report',
  'claim.overdue',
  'claim.overdue_with_us',
  'claim.claimant_away',
  'order.given_back',
  'claim.participate',
  'claim.thanked',
  'talk.unread',
  'delivery.answer',
  'order.rate',
  'order.reopen',
  'round.commit',
  'round.reveal',
  'round.decide_excuse',
  'round.confirm_close',
  'bulletin.publish',
  'finding.submit',
  'rectification.work',
  'rectification.reinspect',
  'retirement.decide',
  'retirement.answer',
  'retirement.finalise',
  'appeal.decide',
  'account.confirm',
  'account.reset_told',
  'account.reset_own',
  'calendar.enter',
  'chain.countersign',
  'person.reveals_many',
])
export type WorkKind = z.infer<typeof WorkKind>

export const WorkItem = z.object({
  kind: WorkKind,
  subject: z
    .object({
      kind: z.enum([
        ...([
          'need',
          'order',
          'claim',
          'round',
          'inspection',
          'rectification',
          'retirement',
          'appeal',
          'reset',
        ] as const),
        'calendar',
        'head',
        'person',
      ]),
      id: z.string(),
    })
    .meta({
      description:
        'By its UUID; an inspection is told by its round and its order, a calendar by its year, a head by its day',
    }),
  orderId: z.uuid().nullable(),
  title: z.string().meta({ description: 'Of the order or the need; of a round its quarter' }),
  since: Instant,
  dueAt: Instant.nullable(),
  releasedAt: Instant.nullable().meta({ description: 'Of an overdue claim: when the place is given back by itself' }),
  waitsForCalendar: z
    .boolean()
    .meta({ description: 'It has a deadline, which is set once the calendar of its year is published' }),
  overdue: z.boolean(),
  nudges: Nudges.nullable().meta({ description: 'Of a rectification that somebody has called for' }),
})
export type WorkItem = z.infer<typeof WorkItem>

export const WorkView = z.object({ items: z.array(WorkItem), total: z.int(), asOf: Instant })
export type WorkView = z.infer<typeof WorkView>
