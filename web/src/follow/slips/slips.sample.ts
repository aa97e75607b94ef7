import { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { RoundView, TargetView } from '@dj/shared/follow/round/round.schema.ts'

const id = (n: number) => `01990000-0000-7000-8000-000000000${n}`

/** Two inspectors, for tests. */
export const inspectors = [
  { id: id(911), alias: '检查员甲' },
  { id: id(912), alias: '检查员乙' },
] as const

/** A round that runs, for tests. */
export const aRound = (): RoundView =>
  RoundView.parse({
    id: id(901),
    version: 1,
    quarter: '2026Q4',
    state: 'running',
    leadBodies: ['县委组织部'],
    dueOn: '2026-12-31',
    overdue: false,
    openedAt: '2026-10-08T01:00:00Z',
    seeds: [],
    publicValueSource: '双色球开奖号码',
    publicValueOn: '2026-10-20',
    publicValueNotation: '## ## ## ## ## ## + ##',
    publicValue: null,
    frozenAt: null,
    frameHash: null,
    frameCount: null,
    poolHash: null,
    poolCount: null,
    drawnAt: null,
    rate: 0.2,
    minimum: 3,
    settingsVersion: 1,
    counts: { census: 2, sample: 0, targeted: 0, inspected: 0, excused: 0, waiting: 2 },
    power: [],
    closingBy: null,
    closedAt: null,
    abortReason: null,
    next: [],
    blocked: [],
    towns: [],
    bulletins: [],
  })

/** A B order to check, dealt to two inspectors. */
export const aTarget = (nth: number, title: string): TargetView =>
  TargetView.parse({
    orderId: id(920 + nth),
    number: `B-2026-00000${nth}`,
    title,
    tier: 'B',
    basis: 'census',
    owner: { id: id(931), name: '柳市镇党委' },
    town: null,
    location: null,
    acceptance: '可用、有标识、有人管',
    claimants: ['某断路器企业乙党支部'],
    lastProgress: { at: '2026-11-18T01:00:00Z', words: '已完成装修' },
    dueAt: '2026-12-20T16:00:00Z',
    state: 'waiting',
    excuse: null,
    inspectors: inspectors.map((each) => ({ ...each, done: false })),
  })

/** A checklist of one question. */
export const aChecklist = (): ChecklistView =>
  ChecklistView.parse({
    version: 1,
    items: [{ code: 'records', text: '记录完整', kind: 'yes_no', required: true, evidence: false, when: null }],
    changedAt: '2026-10-01T00:00:00Z',
    changedBy: null,
    note: null,
  })
