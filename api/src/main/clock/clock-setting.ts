import { z } from 'zod'

const MINUTE_MS = 60_000
const lengthOf: Readonly<Record<string, number>> = { d: 24 * 60 * MINUTE_MS, h: 60 * MINUTE_MS, m: MINUTE_MS }
/** Ten years: beyond, somebody has mistyped. */
const FURTHEST_MS = 3_660 * 24 * 60 * MINUTE_MS
const Instant = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])

/** Where a played time begins: at an instant, or so far ahead of the real time. */
export type ClockSetting = { at: Date } | { aheadMs: number }

/** Reads `2027-01-04T09:30+08:00`, `+34d`, `+6h`, `+1d12h30m`; undefined for anything else. */
export function readClockSetting(text: string): ClockSetting | undefined {
  if (Instant.safeParse(text).success) return { at: new Date(text) }
  const parts = /^\+(?=\d)(?:(\d{1,5})d)?(?:(\d{1,6})h)?(?:(\d{1,8})m)?$/.exec(text)
  if (!parts) return undefined
  const [, d = '0', h = '0', m = '0'] = parts
  return { aheadMs: Object.entries({ d, h, m }).reduce((ms, [unit, n]) => ms + Number(n) * (lengthOf[unit] ?? 0), 0) }
}

/** How far ahead of `real` the setting puts the clock; negative for an instant that is past. */
export const aheadAt = (setting: ClockSetting, real: Date): number =>
  'at' in setting ? setting.at.getTime() - real.getTime() : setting.aheadMs

export const isTooFar = (setting: ClockSetting, real: Date): boolean => Math.abs(aheadAt(setting, real)) > FURTHEST_MS
