import type { OrderDraft } from './order-draft.ts'

const drafts = new Map<string, OrderDraft>()

/** What was typed into a sheet that was closed without saving, until the page is left. */
export const kept = (name: string): OrderDraft | undefined => drafts.get(name)
export const keep = (name: string, values: OrderDraft): void => void drafts.set(name, values)
export const forget = (name: string): void => void drafts.delete(name)
