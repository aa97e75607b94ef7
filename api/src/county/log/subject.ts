import type { LogRow } from '@dj/db/queries/county/log.ts'
import type { LogEntry } from '@dj/shared/county/people/people.schema.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'

/** What was acted on; a claim goes by its order, a grant by whose it is, a need by what it is about, where and when: not by its words. */
export function subjectOf(row: LogRow, categories: CountySettings['categories']): Sent<typeof LogEntry>['subject'] {
  const { claimId, orderId, needId, data, order, person } = row
  const named = [
    { kind: 'claim', id: claimId, name: order },
    { kind: 'order', id: orderId, name: order },
    { kind: 'need', id: needId, name: nameOfNeed(row, categories) },
    { kind: 'grant', id: data['grantId'], name: person },
    { kind: 'person', id: data['personId'], name: person },
  ]
  const [first] = named.flatMap(({ kind, id, name }) => (typeof id === 'string' ? [{ kind, id, name }] : []))
  return first ?? null
}

function nameOfNeed({ need }: LogRow, categories: CountySettings['categories']): string | null {
  if (need === null) return null
  const category = categories.find(({ code }) => code === need.category)?.zh ?? need.category
  return [category, need.town, need.day].filter((part) => part !== null).join(' · ')
}
