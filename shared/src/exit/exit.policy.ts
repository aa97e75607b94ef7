import {
  anywhere,
  business,
  everyone,
  organizers,
  builders,
  rectifiers,
  type Rule,
} from '../county/people/policy-shape.ts'

/** Who may do what about rectifications and retirements: operation → role × scope. */
export const exitPolicy = {
  'rectification.list': { allow: anywhere(...business) },
  'rectification.read': { allow: anywhere(...business) },
  'rectification.work': { allow: rectifiers },
  'rectification.answer_item': { allow: rectifiers },
  'rectification.name_responsible': { allow: rectifiers },
  'rectification.extend': { allow: rectifiers },
  'rectification.submit': { allow: rectifiers },
  'rectification.nudge': { allow: organizers },
  'rectification.reinspect': { allow: anywhere('inspector') },
  'retirement.list': { allow: everyone },
  'retirement.read': { allow: everyone },
  'retirement.notices': { open: true, allow: [] },
  'retirement.propose': { allow: builders },
  'retirement.decide': { allow: organizers },
  'retirement.object': { open: true, allow: anywhere('member', 'worker') },
  'retirement.answer': { allow: builders },
  'retirement.finalise': { allow: organizers },
  'retirement.withdraw': { allow: organizers },
} as const satisfies Record<string, Rule>
