import type { JudgedRow } from '@dj/db/queries/follow/bulletins.ts'
import { figureDefinitions } from '@dj/shared/follow/bulletin/definitions.ts'
import type { Quarter } from '@dj/shared/platform/time/quarter.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import type { RetirementState } from '@dj/shared/exit/retirement/retirement.schema.ts'
import type { ReopeningState } from '@dj/shared/follow/reopening/reopening.schema.ts'
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

const retirementWords = {
  proposed: '退出待决定',
  on_notice: '退出公示中',
  final: '已退出',
  refused: '决定不予退出',
  withdrawn: '退出已撤回',
} as const satisfies Record<RetirementState, string>
const reopeningWords = {
  proposed: '已办结，复核待决定',
  rectify: '经复核重新开启整改',
  retire: '经复核重新开启退出',
  kept: '经复核维持办结',
  withdrawn: '申诉后复核撤销',
} as const satisfies Record<ReopeningState, string>

/** What came of a verdict that was not a pass. */
export function cameOfIt({ state, notice, retirement, reopening }: JudgedRow): string {
  const parts = [
    reopening && reopeningWords[reopening],
    retirement && retirementWords[retirement],
    notice && `整改通知${notice.number}，${rectificationWords[notice.state]}`,
  ].filter((part) => part !== null)
  if (parts.length > 0) return parts.join('；')
  return state === 'retired' ? '项目此前已退出，记入检查档案' : '记入检查档案'
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
