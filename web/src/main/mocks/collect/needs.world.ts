import { must } from '@dj/shared/platform/assert.ts'
import { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { createOrganizations, ids } from '../county/county.world.ts'
import { seeds, type Seed } from './needs.seed.ts'

/** A need as the mock server keeps it: the view, who raised it, and whom to call. */
export interface NeedRecord {
  view: NeedView
  readonly requesterId: string | null
  readonly secondedBy: string[]
  readonly phone: string | null
}

const needId = (nth: number) => `01990000-0000-7000-8000-${String(3001 + nth).padStart(12, '0')}`
const instant = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

export const createNeeds = (): NeedRecord[] => seeds.map(toRecord)

function toRecord(seed: Seed, nth: number): NeedRecord {
  const { state = 'received', answer = null } = seed
  const place = must(
    createOrganizations().find(({ id }) => id === ids[seed.at]),
    seed.at,
  )
  const town = createOrganizations().find(({ id }) => id === place.townId)
  const view = NeedView.parse({
    ...blank,
    id: needId(nth),
    state,
    channel: seed.channel ?? 'symposium',
    requesterKind: seed.kind,
    requesterName: seed.by,
    organization: { id: place.id, name: place.name },
    town: town ? { id: town.id, name: town.name } : null,
    category: seed.category,
    body: seed.body,
    urgency: seed.urgency ?? 'normal',
    answer: state === 'answered' ? answer : null,
    declineReason: state === 'declined' ? answer : null,
    receivedAt: instant(-seed.days),
    respondBy: instant(2 - seed.days + (seed.hours ?? 0) / 24),
    respondedAt: state === 'received' ? null : instant(-1),
  })
  return { view, requesterId: seed.mine ?? null, secondedBy: [], phone: '13800001234' }
}

export const blank = {
  version: 1,
  roundLabel: '2026 年第四季度集中征集',
  mine: false,
  collectedOn: null,
  remark: null,
  contact: null,
  contactShared: false,
  releasedWords: null,
  holder: { id: ids.secretary, alias: '陈书记' },
  reopened: false,
  reopenReason: null,
  earlierAnswer: null,
  handover: null,
  mergedIntoId: null,
  voices: [],
  backers: [],
  photos: [],
  seconds: 0,
  secondedByMe: false,
  orders: [],
}
