import { anywhere, everyone, type Rule } from '../county/people/policy-shape.ts'

/** Who may do what about pages where several wings meet: operation → role × scope. */
export const meetPolicy = {
  'work.read': { allow: everyone },
  'calendar.preview': { allow: anywhere('county_organizer') },
  'calendar.change': { allow: anywhere('county_organizer') },
} as const satisfies Record<string, Rule>
