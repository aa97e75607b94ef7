import type { JudgedRow } from '@dj/db/queries/follow/bulletins.ts'
import type { RetirementState } from '@dj/shared/exit/retirement/retirement.schema.ts'
import type { ReopeningState } from '@dj/shared/follow/reopening/reopening.schema.ts'
import type { Basis } from '@dj/shared/follow/round/round.schema.ts'
import type { RectificationState } from '@dj/shared/exit/rectification/rectification.schema.ts'

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

const basisWords = {
  census: '全面检查',
  sample: '随机抽查',
  targeted: '定向检查',
} as const satisfies Record<Basis, string>

/** What came of a verdict; of a pass, how the order came to be inspected. */
export function cameOfIt({ verdict, basis, state, notice, retirement, reopening }: JudgedRow): string {
  if (verdict === 'pass') return basis === null ? '上季度检查' : basisWords[basis]
  const parts = [
    reopening && reopeningWords[reopening],
    retirement && retirementWords[retirement],
    notice && `整改通知${notice.number}，${rectificationWords[notice.state]}`,
  ].filter((part) => part !== null)
  if (parts.length > 0) return parts.join('；')
  return state === 'retired' ? '项目此前已退出，记入检查档案' : '记入检查档案'
}
