import { figureDefinitions } from '@dj/shared/follow/bulletin/definitions.ts'
import type { Quarter } from '@dj/shared/platform/time/quarter.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import type { RectificationState } from '@dj/shared/exit/rectification/rectification.schema.ts'

export const quarterWords = (quarter: Quarter): string =>
  `${quarter.slice(0, 4)}年第${'一二三四'.charAt(Number(quarter.slice(5)) - 1)}季度`

export const causeWords = { finding: '检查发现问题', poor_rating: '评价差' } as const
export const rectificationWords: Record<RectificationState, string> = {
  issued: '整改中',
  submitted: '待复查',
  passed: '复查通过',
  failed: '复查未通过',
  void: '已撤销',
}

export const figureName = (code: string): string => figureDefinitions.find((each) => each.code === code)?.zh ?? code

/** One decimal; a share of nothing is none. */
export const percent = (numerator: number, denominator: number): string =>
  denominator === 0 ? '—' : `${((100 * numerator) / denominator).toFixed(1)}%`

/** 2026年12月31日 in Shanghai. */
export function dayWords(at: Date): string {
  const [year, month, day] = civilDateOf(at).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
