import { newId, type Market } from './market.ts'

/** The event of a change, with the change. */
export function note(
  market: Market,
  order: { readonly id: string },
  kind: string,
  who: string | null,
  data: Record<string, unknown> = {},
  attachments: readonly string[] = [],
): void {
  const at = new Date().toISOString()
  market.events.push({ id: newId(), orderId: order.id, kind, at, who, data, attachments: [...attachments] as never[] })
}
