import { defaultCategories } from '@dj/shared/county/settings/category.ts'
import type { RequesterKind } from '@dj/shared/collect/need/need.schema.ts'
import type { Raise } from './raise.ts'

/** The county whose names stand here; of whoever is signed in it is their own. */
export const namedBy = ({ county: { categories } }: Raise) => categories && { categories }

/** Categories that fit whoever asks, the likely ones only, and what the county added; 其他 fits everybody and comes last. */
export function categoriesFor({ answers, county }: Raise): readonly string[] {
  const kind = answers.requesterKind
  const likely: readonly string[] = kind === 'enterprise' || kind === 'organization' ? offered[kind] : offered.person
  const codes = county.categories?.map(({ code }) => code)
  if (codes === undefined) return [...likely, 'other']
  const added = codes.filter((code) => !defaultCategories.some((ordinary) => ordinary === code))
  return [...likely, ...added, 'other'].filter((code) => codes.includes(code))
}

const offered = {
  person: ['rights', 'skills', 'care', 'culture', 'marriage', 'volunteering'],
  organization: ['organization_building', 'skills', 'care', 'culture', 'volunteering'],
  enterprise: ['staff', 'orders', 'finance', 'markets', 'purchasing', 'materials', 'safety', 'research'],
} as const satisfies Partial<Record<RequesterKind | 'person', readonly string[]>>
