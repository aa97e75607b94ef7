import type { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import type { ChecklistForming } from './use-checklist-draft.ts'

export interface ItemProps {
  readonly draft: ChecklistForming
  readonly at: number
  readonly item: ChecklistItem
  readonly onItem: (item: ChecklistItem, path?: string) => void
}
