import { z } from 'zod'

/** Default categories [001][003]; a county may rename or add in its settings, so the wire carries a code. */
export const defaultCategories = [
  'rights',
  'skills',
  'care',
  'culture',
  'marriage',
  'research',
  'resume',
  'orders',
  'materials',
  'staff',
  'safety',
  'purchasing',
  'finance',
  'markets',
  'organization_building',
  'volunteering',
  'other',
] as const
export const Category = z.string().regex(/^[a-z][a-z_]{1,39}$/, 'category')
export type Category = z.infer<typeof Category>
