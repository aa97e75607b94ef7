import type { z } from 'zod'
import type { BulletinView, Figure } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import {
  definitionsVersion,
  figureDefinitions,
  printedDefinitions,
  type FigureCode,
} from '@dj/shared/follow/bulletin/definitions.ts'
import { wilson } from '@dj/shared/build/order/rating.rules.ts'
import { organizationOf } from '../build/market.facts.ts'
import type { Market } from '../build/market.ts'
import { frameHashOf } from './rounds.draw.ts'
import { powerOf, townOf } from './rounds.power.ts'
import { closedQuarter, into, roundIds } from './rounds.seed.ts'
import type { FindingRecord, RoundRecord, Rounds, TargetRecord } from './rounds.records.ts'
import { sha256 } from './sha256.ts'

type View = z.input<typeof BulletinView>
export interface Checked {
  readonly rounds: readonly RoundRecord[]
  readonly targets: readonly TargetRecord[]
  readonly findings: readonly FindingRecord[]
}

/** The bulletin of the closed round, published. */
export function createBulletins(market: Market, checked: Checked): Rounds['bulletins'] {
  const closed = checked.rounds.find(({ id }) => id === roundIds.closed)
  if (closed === undefined) return []
  const signed = { state: 'published', signedBy: '王科长', publishedAt: into(closedQuarter(), 85.4) } as const
  return [{ roundId: closed.id, version: 1, correction: null, ...signed, body: bulletinOf(market, closed, checked) }]
}

/** What a bulletin of the round says: the checks counted, the rest as a county of this size has it. */
export function bulletinOf(market: Market, round: RoundRecord, checked: Checked): View['body'] {
  const [year = '', nth = ''] = round.quarter.split('Q')
  const targets = checked.targets.filter(({ roundId }) => roundId === round.id)
  const findings = checked.findings.filter(({ roundId, state }) => roundId === round.id && state === 'final')
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length
  const verdicts = { pass: count('pass'), rectify: count('rectify'), propose_retirement: count('propose_retirement') }
  return {
    title: `关于乐清市${year}年第${'一二三四'[Number(nth) - 1] ?? nth}季度需求项目跟单检查情况的通报`,
    ...{ quarter: round.quarter, leadBodies: ['县委组织部', '两新工委'], verdicts },
    figures: figuresOf(targets, findings, market.settings.rating.minimumN),
    towns: townsOf(market, targets, findings),
    judged: [],
    rectified: findings.filter(({ verdict }) => verdict === 'rectify').map((finding) => lineOf(market, finding)),
    ...{ retired: [], excused: [], lateFindings: 0, power: powerOf(market, round) },
    ...{ definitions: [...printedDefinitions], definitionsVersion, settingsVersion: round.settingsVersion },
    ...{ checklistVersions: [1], frameHash: frameHashOf(round), chainHead: { seq: 1284, hash: sha256(round.id) } },
  }
}

const lineOf = (market: Market, { orderId, words }: FindingRecord): View['body']['rectified'][number] => {
  const order = market.orders.find(({ id }) => id === orderId)
  const owner = order === undefined ? '' : organizationOf(market, order.ownerId).name
  return { number: order?.number ?? null, title: order?.title ?? '', owner, reason: words }
}

function townsOf(market: Market, targets: readonly TargetRecord[], findings: readonly FindingRecord[]) {
  const towns = [...new Set(targets.map(({ orderId }) => townOf(market, orderId)))]
  return towns.map((town) => {
    const here = findings.filter(({ orderId }) => townOf(market, orderId) === town)
    const count = (verdict: string) => here.filter((finding) => finding.verdict === verdict).length
    const [passed, rectify, retire] = [count('pass'), count('rectify'), count('propose_retirement')]
    return { town: town ?? '县本级', checked: here.length, passed, rectify, retire }
  })
}

const usual: Partial<Record<FigureCode, readonly [number, number]>> = {
  ...{ call_back: [4, 4], claim_rate: [12, 13], on_time_closing: [10, 12] },
  ...{ response: [46, 47], resolution: [31, 34], satisfaction_member: [25, 28], satisfaction_worker: [17, 19] },
  ...{ satisfaction_enterprise: [3, 3], rectification_passed: [2, 2], retirement_rate: [0, 13], stale_share: [1, 12] },
}

function figuresOf(targets: readonly TargetRecord[], findings: readonly FindingRecord[], minimumN: number) {
  const seen = (basis: string, want: (target: TargetRecord) => boolean) =>
    targets.filter((target) => target.basis === basis && want(target)).length
  const isDone = ({ state }: TargetRecord) => state === 'inspected' || state === 'excused'
  const isSeen = ({ state }: TargetRecord) => state === 'inspected'
  const passed = ({ orderId }: TargetRecord) =>
    findings.some((finding) => finding.orderId === orderId && finding.verdict === 'pass')
  const counted: Partial<Record<FigureCode, readonly [number, number]>> = {
    census_completion: [seen('census', isDone), seen('census', () => true)],
    census_pass: [seen('census', passed), seen('census', isSeen)],
    sample_completion: [seen('sample', isSeen), seen('sample', () => true)],
    sample_pass: [seen('sample', passed), seen('sample', isSeen)],
    effect_good: [findings.filter(({ effect }) => effect === 'good').length, findings.length],
    targeted_pass: [seen('targeted', passed), seen('targeted', isSeen)],
  }
  return figureDefinitions.map((definition): Figure => {
    const { code } = definition
    const [numerator, denominator] = counted[code] ?? usual[code] ?? [0, 0]
    const isEnough = !code.startsWith('satisfaction') || denominator >= minimumN
    const interval = 'interval' in definition && isEnough ? wilson(numerator, denominator) : null
    return { code, numerator, denominator, low: interval?.low ?? null, high: interval?.high ?? null, previous: null }
  })
}
