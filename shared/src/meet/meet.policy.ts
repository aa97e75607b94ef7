import { everyone, type Rule } from '../county/people/policy-shape.ts'

/** Who may do what about pages where several wings meet: operation → role × scope. */
export const meetPolicy = {
  'work.read': { allow: everyone },
} as const satisfies Record<string, Rule>
