import type { OrderState } from '@dj/shared/build/order/order.schema.ts'

/** Nobody holds these any more. */
export const ended: readonly OrderState[] = ['closed', 'retired', 'discarded']
