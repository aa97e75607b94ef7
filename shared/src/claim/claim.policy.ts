import {
  anywhere,
  within,
  oneself,
  business,
  builders,
  claimants,
  collectors,
  organizers,
  type Rule,
} from '../county/people/policy-shape.ts'

/** Who may do what about who does it: operation → role × scope. */
export const claimPolicy = {
  'claim.take': { allow: anywhere('member') },
  'claim.take_for_organization': { allow: within('secretary', 'alliance_lead') },
  'claim.list': { allow: anywhere(...business) },
  'claim.decide': { allow: builders },
  'claim.work': { allow: claimants },
  'claim.release': { allow: claimants },
  'claim.extend': { allow: claimants },
  'claim.convert': { allow: claimants },
  'claim.report': { allow: claimants },
  'claim.deliver': { allow: claimants },
  'claim.participate': { allow: oneself('member', 'worker') },
  'need.replace_receipt': { allow: [...oneself('member', 'worker'), ...organizers, ...collectors] },
  'delivery.answer': { open: true, allow: [...oneself(...business), ...anywhere('operator')] },
} as const satisfies Record<string, Rule>
