import {
  anywhere,
  oneself,
  business,
  organizers,
  builders,
  collectors,
  type Rule,
} from '../county/people/policy-shape.ts'

/** Who may do what about voices: operation → role × scope. */
export const collectPolicy = {
  'need.list': { allow: [...oneself('member', 'worker'), ...builders, ...collectors] },
  'need.raise': { allow: anywhere(...business) },
  'need.raise_for_others': { allow: [...builders, ...collectors] },
  'need.raise_openly': { open: true, allow: [] },
  'need.similar': { allow: anywhere(...business) },
  'need.read': { allow: [...oneself('member', 'worker'), ...builders, ...collectors] },
  'need.second': { allow: anywhere('member', 'worker') },
  'need.answer': { allow: builders },
  'need.decline': { allow: builders },
  'need.reopen': { allow: oneself('member', 'worker') },
  'need.merge': { allow: builders },
  'need.unmerge': { allow: builders },
  'need.reveal_contact': { allow: [...builders, ...collectors] },
  'need.release_words': { allow: builders },
  'need.import': { allow: organizers },
  'need.template': { allow: organizers },
  'need.export': { allow: builders },
  'receipt.read': { open: true, allow: [] },
} as const satisfies Record<string, Rule>
