import type { WorkItem, WorkKind } from '@dj/shared/meet/work/work.schema.ts'

// What somebody else waits for first, what only I wait for last.
const order: readonly WorkKind[] = [
  'account.reset_own',
  'account.confirm',
  'account.reset_told',
  'person.reveals_many',
  'chain.countersign',
  'claim.overdue',
  'claim.overdue_with_us',
  'claim.claimant_away',
  'order.given_back',
  'calendar.enter',
  'rectification.work',
  'retirement.answer',
  'appeal.decide',
  'retirement.decide',
  'order.reopen',
  'round.reveal',
  'round.commit',
  'round.decide_excuse',
  'round.confirm_close',
  'rectification.reinspect',
  'need.take_over',
  'need.respond',
  'claim.decide',
  'delivery.answer',
  'talk.unread',
  'claim.participate',
  'order.publish',
  'retirement.finalise',
  'bulletin.publish',
  'finding.submit',
  'claim.report',
  'need.build',
  'order.unclaimed',
  'order.draft',
  'order.rate',
  'claim.thanked',
]

/** Thanks are told, they ask nothing. */
export const waitsFor = (kind: WorkKind): boolean => kind !== 'claim.thanked'

/** By what has to be done; groups with something overdue come first, within a group the nearest deadline. */
export function workGroups(items: readonly WorkItem[]) {
  const groups = order.map((name) => ({ name, items: items.filter(({ kind }) => kind === name).toSorted(byDeadline) }))
  const late = (group: { items: readonly WorkItem[] }) => group.items.some(({ overdue }) => overdue)
  return groups.filter((group) => group.items.length > 0).toSorted((a, b) => Number(late(b)) - Number(late(a)))
}

const never = '9999'
const byDeadline = (a: WorkItem, b: WorkItem) =>
  (a.dueAt ?? never).localeCompare(b.dueAt ?? never) || a.since.localeCompare(b.since)
