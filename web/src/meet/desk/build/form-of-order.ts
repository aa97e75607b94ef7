import type { Faults } from '../../../platform/form/use-draft.ts'
import type { OrderDraft } from './order-draft.ts'

/** The part of a draft's state that its fields need. */
export interface OrderForm {
  readonly id: string
  readonly values: OrderDraft
  readonly faults: Faults
  readonly set: <Name extends keyof OrderDraft & string>(name: Name, value: OrderDraft[Name]) => void
}
