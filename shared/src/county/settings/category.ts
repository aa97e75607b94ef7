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

const names: Record<(typeof defaultCategories)[number], readonly [string, string]> = {
  rights: ['权益维护', 'Rights'],
  skills: ['技能提升', 'Skills'],
  care: ['人文关怀', 'Care and counselling'],
  culture: ['文化融合', 'Culture'],
  marriage: ['择偶成家', 'Marriage and family'],
  research: ['共研', 'Joint policy study'],
  resume: ['共复', 'Resuming production'],
  orders: ['共商', 'Order coordination'],
  materials: ['共济', 'Sharing materials'],
  staff: ['共享', 'Sharing staff'],
  safety: ['共抓', 'Joint safety'],
  purchasing: ['共购', 'Joint purchasing'],
  finance: ['共融', 'Joint financing'],
  markets: ['共拓', 'Joint markets'],
  organization_building: ['组织建设', 'Organization building'],
  volunteering: ['志愿服务', 'Volunteering'],
  other: ['其他', 'Other'],
}

/** The one list of names: what a new county starts with, and what a page shows until it knows the county's own. */
export const ordinaryCategories = defaultCategories.map((code) => ({ code, zh: names[code][0], en: names[code][1] }))
