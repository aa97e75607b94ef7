import type { ChecklistItem } from './checklist-item.schema.ts'

const item = (
  code: string,
  text: string,
  kind: ChecklistItem['kind'],
  more: Partial<ChecklistItem> = {},
): ChecklistItem => ({ code, text, kind, required: true, evidence: false, when: null, ...more })

/** The checklist a county starts with (a default, changed by the county): a "no" or a low grade always speaks against the order. */
export const defaultChecklist: readonly ChecklistItem[] = [
  item('progress_real', '填报的进展与现场情况一致', 'yes_no', { evidence: true }),
  item('progress_gap', '不一致之处', 'words', { when: { code: 'progress_real', is: false } }),
  item('records_complete', '过程记录、签到和成果材料完整', 'yes_no'),
  item('records_gap', '缺少的记录', 'words', { when: { code: 'records_complete', is: false } }),
  item('real_effect', '对照验收标准的实质效果（1 差—5 好）', 'grade'),
  item('satisfaction', '现场了解的满意情况（1 很不满意—5 很满意）', 'grade'),
  item('people_reached', '实际受益人数', 'number', { required: false }),
]
