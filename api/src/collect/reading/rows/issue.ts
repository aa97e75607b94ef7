import { visible } from './cell-text.ts'
import type { ImportIssue } from '@dj/shared/collect/need/import.schema.ts'

/** Everything that can be said about one row. `error` keeps the row out, `warning` wants a look, `note` is for the record. */
export const issueLevels = {
  'import.requester_missing': 'error',
  'import.requester_assumed': 'warning',
  'import.kind_missing': 'error',
  'import.kind_unknown': 'error',
  'import.category_missing': 'warning',
  'import.category_unknown': 'warning',
  'import.category_several': 'warning',
  'import.body_missing': 'error',
  'import.body_too_short': 'error',
  'import.body_too_long': 'error',
  'import.text_too_long': 'error',
  'import.text_control': 'error',
  'import.text_cut': 'warning',
  'import.cell_error': 'error',
  'import.formula_empty': 'error',
  'import.cell_struck': 'error',
  'import.text_struck': 'warning',
  'import.quote_unescaped': 'error',
  'import.row_too_wide': 'error',
  'import.row_hidden': 'warning',
  'import.name_odd': 'warning',
  'import.urgency_missing': 'note',
  'import.urgency_unknown': 'warning',
  'import.channel_missing': 'note',
  'import.channel_unknown': 'warning',
  'import.town_missing': 'warning',
  'import.town_unknown': 'error',
  'import.town_differs': 'warning',
  'import.town_not_yours': 'error',
  'import.same_elsewhere': 'warning',
  'import.date_missing': 'warning',
  'import.date_impossible': 'error',
  'import.date_unreadable': 'warning',
  'import.date_ambiguous': 'warning',
  'import.date_partly_read': 'warning',
  'import.date_range': 'warning',
  'import.date_year_assumed': 'warning',
  'import.date_year_nearest': 'warning',
  'import.date_unlikely': 'warning',
  'import.date_month_only': 'note',
  'import.phone_zero_restored': 'warning',
  'import.phone_no_area_code': 'note',
  'import.phone_several': 'note',
  'import.phone_odd': 'warning',
  'import.phone_masked': 'warning',
  'import.phone_unreadable': 'warning',
} as const satisfies Record<string, ImportIssue['level']>

export type IssueCode = keyof typeof issueLevels
export interface RowIssue extends ImportIssue {
  readonly code: IssueCode
}

/** `at` is the column as the reader of the file finds it (`H 征集日期`); the value is cut, it may be anything. */
export function issue(code: IssueCode, at: string | null, value: string | null): RowIssue {
  const shown = value === null ? null : value.length > 60 ? `${value.slice(0, 60)}…` : value
  return { level: issueLevels[code], code, column: at, value: shown === null ? null : visible(shown) }
}
