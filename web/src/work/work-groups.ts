import type { WorkItem, WorkKind } from '@dj/shared/work/work.schema.ts'

// What somebody else waits for first, what only I wait for last.
const order: readonly WorkKind[] = [
  'claim.overdue',
  'need.respond',
  'claim.decide',
  'delivery.answer',
  'claim.participate',
  'order.publish',
  'claim.report',
  'need.build',
  'order.unclaimed',
  'order.draft',
  'order.rate',
]

/** By what has to be done; groups with something overdue come first, within a group the nearest deadline. */
export function workGroups(items: readonly WorkItem[]) {
  const groups = order.map((name) => ({ name, items: items.filter(({ kind }) => kind === name).toSorted(byDeadline) }))
  const late = (group: { items: readonly WorkItem[] }) => group.items.some(({ overdue }) => overdue)
  return groups.filter((group) => group.items.length > 0).toSorted((a, b) => Number(late(b)) - Number(late(a)))
}

const never = '9999'
const byDeadline = (a: WorkItem, b: WorkItem) =>
  (a.dueAt ?? never).localeCompare(b.dueAt ?? never) || a.since.localeCompare(b.since)

type Place = {
  readonly to: '/needs/$id' | '/orders/$id' | '/claims/$id' | '/desk/orders/$id/edit'
  readonly params: { readonly id: string }
}

/** Where a piece of work is done. */
export function placeOf({ kind, subject, orderId }: WorkItem): Place {
  switch (kind) {
    case 'need.respond':
    case 'need.build':
      return { to: '/needs/$id', params: { id: subject.id } }
    case 'order.draft':
    case 'order.publish':
      return { to: '/desk/orders/$id/edit', params: { id: subject.id } }
    case 'claim.report':
    case 'claim.overdue':
    case 'claim.participate':
      return { to: '/claims/$id', params: { id: subject.id } }
    case 'order.unclaimed':
    case 'claim.decide':
    case 'delivery.answer':
    case 'order.rate':
      return { to: '/orders/$id', params: { id: orderId ?? subject.id } }
  }
}
