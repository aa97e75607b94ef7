import { BulletinView } from './bulletin.schema.ts'
import { printedDefinitions } from './definitions.ts'

const roundId = '01990000-0000-7000-8000-000000000901'
const figure = { low: null, high: null, previous: null }

/** A short bulletin of one town, for tests. */
export const aBulletin = (wish: object = {}): BulletinView =>
  BulletinView.parse({
    roundId,
    version: 1,
    state: 'published',
    correction: null,
    signedBy: '王科长',
    publishedAt: '2027-01-05T01:00:00Z',
    body: {
      title: '关于乐清市2026年第四季度需求项目跟单检查情况的通报',
      quarter: '2026Q4',
      leadBodies: ['中共乐清市委组织部', '中共乐清市委两新工作委员会'],
      number: '乐组通〔2027〕1号',
      office: {
        addressees: '各有关单位',
        copies: ['市委办公室', '市人大常委会办公室'],
        printer: '中共乐清市委组织部办公室',
      },
      figures: [
        { ...figure, code: 'census_completion', numerator: 2, denominator: 2 },
        { ...figure, code: 'sample_pass', numerator: 2, denominator: 3, low: 0.208, high: 0.939 },
        { ...figure, code: 'satisfaction_member', numerator: 1, denominator: 2 },
        { ...figure, code: 'claim_rate', numerator: 9, denominator: 10, previous: { numerator: 8, denominator: 10 } },
      ],
      towns: [{ town: '城东街道', checked: 5, passed: 4, rectify: 1, retire: 0 }],
      verdicts: { pass: 4, rectify: 1, propose_retirement: 0 },
      judged: [
        {
          ...{ number: 'C-2026-000002', title: '企业法律体检', owner: '第二党支部', verdict: 'rectify' },
          reason: '整改通知ZG-2026-000001，整改中',
        },
      ],
      rectified: [{ number: 'C-2026-000002', title: '企业法律体检', owner: '第二党支部', reason: 'ZG-2026-000001' }],
      retired: [],
      excused: [],
      lateFindings: 0,
      power: [{ town: '城东街道', total: 10, drawn: 3, chance: 0.3 }],
      definitions: [...printedDefinitions],
      definitionsVersion: 1,
      settingsVersion: 2,
      checklistVersions: [1],
      frameHash: 'f'.repeat(64),
      chainHead: { seq: 41, hash: 'e'.repeat(64) },
    },
    ...wish,
  })
