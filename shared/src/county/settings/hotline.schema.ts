import { z } from 'zod'
import { text } from '../../platform/text.schema.ts'

/** A number as it is printed and dialled: `12345`, `0577-62001234`, `400-123-4567`. */
export const HotlineNumber = z
  .string()
  .trim()
  .regex(/^\+?[0-9]{2,5}(-?[0-9]{2,8}){1,3}$/, 'phone')

/** 红色征集热线: where people without the form call. Null: the county has none, and no page shows one. [003] */
export const Hotline = z.strictObject({
  telephone: HotlineNumber,
  hours: text(1, 60).nullable().default(null).meta({ description: 'When somebody answers; null is not said' }),
})
export type Hotline = z.infer<typeof Hotline>

/** What a telephone dials. */
export const dialled = (telephone: string): string => `tel:${telephone.replaceAll('-', '')}`
