import type { OrderState } from '@dj/shared/order/order.schema.ts'

/** Nobody holds these any more. */
export const ended: readonly OrderState[] = ['closed', 'retired', 'discarded']
