import { z } from 'zod'
import { type ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'

const DraftItem = ChecklistItem.extend({ text: z.string() })
const Removed = z.object({ item: DraftItem, at: z.int() })

/** What the editor holds, and keeps over a reload. */
export const ChecklistDraft = z.object({
  /** The version it was made on. */
  base: z.int(),
  items: z.array(DraftItem),
  /** What was taken out and can be put back, where it stood. */
  removed: z.array(Removed),
  note: z.string(),
})
export type ChecklistDraft = z.infer<typeof ChecklistDraft>
type Items = readonly ChecklistItem[]
type Lists = Pick<ChecklistDraft, 'items' | 'removed'>

export const draftOf = ({ version, items }: ChecklistView): ChecklistDraft => ({
  base: version,
  items,
  removed: [],
  note: '',
})

/** An empty item at the end, under a code no version had before. */
export function withNewItem({ base, items, removed }: ChecklistDraft): ChecklistItem[] {
  const taken = [...items, ...removed.map(({ item }) => item)].map(({ code }) => code)
  let nth = 1
  while (taken.includes(codeOf(base, nth))) nth += 1
  return [...items, { code: codeOf(base, nth), text: '', kind: 'yes_no', required: true, evidence: false, when: null }]
}
const codeOf = (base: number, nth: number) => `item_v${base + 1}_${nth}`

export function moved(items: Items, at: number, to: number): ChecklistItem[] {
  const item = items[at]
  return item === undefined ? [...items] : items.toSpliced(at, 1).toSpliced(to, 0, item)
}

export function withoutItem({ items, removed }: Lists, at: number): Lists {
  const item = items[at]
  if (item === undefined) return { items, removed }
  return { items: items.toSpliced(at, 1), removed: [...removed, { item, at }] }
}

export function putBack({ items, removed }: Lists, code: string): Lists {
  const found = removed.find(({ item }) => item.code === code)
  if (found === undefined) return { items, removed }
  const left = removed.filter((one) => one !== found)
  return { items: items.toSpliced(Math.min(found.at, items.length), 0, found.item), removed: left }
}

export interface ItemChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly code: string
  readonly text: string
}

/** What saving would change, item by item; one line for a new order. */
export function changesOf(before: Items, after: Items): readonly ItemChange[] {
  const lines = (kind: ItemChange['kind'], items: Items) => items.map(({ code, text }) => ({ kind, code, text }))
  const had = new Map(before.map((item) => [item.code, item]))
  const has = new Set(after.map(({ code }) => code))
  const kept = after.filter(({ code }) => had.has(code))
  const order = before.filter(({ code }) => has.has(code))
  const isMoved = kept.some(({ code }, at) => order[at]?.code !== code)
  return [
    ...lines(
      'added',
      after.filter(({ code }) => !had.has(code)),
    ),
    ...lines(
      'removed',
      before.filter(({ code }) => !has.has(code)),
    ),
    ...lines(
      'changed',
      kept.filter((item) => JSON.stringify(had.get(item.code)) !== JSON.stringify(item)),
    ),
    ...(isMoved ? [{ kind: 'moved' as const, code: '', text: '' }] : []),
  ]
}
