import type { CountySettings } from '../../county/settings/settings.schema.ts'
import type { ClaimState } from './claim-state.ts'
import type { OrderState } from './order.schema.ts'
import type { LightColour } from '../../platform/light-colour.ts'

const day = 86_400_000

/** Does the clock of a claim run? Not while it waits for somebody else, nor while its order is held by a procedure. */
export const isTimed = (claim: ClaimState, order: OrderState): boolean =>
  claim === 'active' && order !== 'rectifying' && order !== 'retiring'

/** 红黄绿灯: green on time · yellow no report for 14 days or ≤ 5 days left · red 30 days silent or overdue (defaults). */
export function light(
  claim: { startedAt: Date; lastReportAt: Date | null; dueAt: Date },
  at: Date,
  thresholds: CountySettings['light'],
): LightColour {
  const silent = at.getTime() - (claim.lastReportAt ?? claim.startedAt).getTime()
  const left = claim.dueAt.getTime() - at.getTime()
  if (left <= 0 || silent >= thresholds.redSilentDays * day) return 'red'
  return left <= thresholds.yellowLeftDays * day || silent >= thresholds.yellowSilentDays * day ? 'yellow' : 'green'
}

const order: readonly LightColour[] = ['green', 'yellow', 'red']

/** The worst of several lights, null for none. */
export const worstLight = (lights: readonly LightColour[]): LightColour | null =>
  lights.length === 0 ? null : (order[Math.max(...lights.map((one) => order.indexOf(one)))] ?? null)
