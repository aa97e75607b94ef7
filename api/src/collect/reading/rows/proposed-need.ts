import type { Channel, RequesterKind, Urgency } from '@dj/shared/collect/need/need.schema.ts'
import type { Category } from '@dj/shared/county/settings/category.ts'
import type { RowIssue } from './issue.ts'

/** A need as one row of a file proposes it. */
export interface ProposedNeed {
  readonly sheet: string
  /** 1-based, as the spreadsheet program shows it. */
  readonly row: number
  /** As the county spells it where known, else as written; null when neither sheet, title nor column names one. */
  readonly town: string | null
  readonly requesterName: string
  readonly requesterKind: RequesterKind
  readonly category: Category
  readonly body: string
  readonly urgency: Urgency
  readonly channel: Channel
  readonly collectedOn: string | null
  readonly collectedPrecision: 'day' | 'month'
  readonly contactName: string | null
  readonly contactPhone: string | null
  /** As typed, where the number says less than that. */
  readonly phoneWords: string | null
  readonly anonymous: boolean
  readonly remark: string | null
  readonly fingerprint: string
}

/** A row with an error, as far as it could be read. */
export type RefusedNeed = Omit<ProposedNeed, 'requesterKind'> & { readonly requesterKind: RequesterKind | null }

export type InterpretedRow =
  | { readonly outcome: 'proposed'; readonly need: ProposedNeed; readonly issues: readonly RowIssue[] }
  | { readonly outcome: 'refused'; readonly need: RefusedNeed; readonly issues: readonly RowIssue[] }
