import { orderNumberIn } from '@dj/shared/build/order/order-number.ts'

export interface SlipCode {
  readonly roundId: string
  readonly orderId: string
  readonly inspectorId: string
}
export type Typed = SlipCode | { readonly number: string }

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const scanned = new RegExp(`/inspections/(${uuid})/(${uuid})\\?slip=(${uuid})`, 'i')

/** What the QR code of a slip says: the address of the inspection, and whose slip it is. */
export const slipAddress = ({ roundId, orderId, inspectorId }: SlipCode, origin = window.location.origin): string =>
  `${origin}/inspections/${roundId}/${orderId}?slip=${inspectorId}`

/** What a scanner typed from the code, or somebody from the printed number. */
export function readTyped(text: string): Typed | undefined {
  const [, roundId, orderId, inspectorId] = scanned.exec(text) ?? []
  if (roundId !== undefined && orderId !== undefined && inspectorId !== undefined)
    return { roundId: roundId.toLowerCase(), orderId: orderId.toLowerCase(), inspectorId: inspectorId.toLowerCase() }
  const number = orderNumberIn(text)
  return number === undefined ? undefined : { number }
}
