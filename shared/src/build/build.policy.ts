import { anywhere, everyone, builders, type Rule } from '../county/people/policy-shape.ts'

/** Who may do what about orders: operation → role × scope. */
export const buildPolicy = {
  'order.list': { allow: everyone },
  'order.read': { allow: everyone },
  'order.read_draft': { allow: builders },
  'order.events': { allow: everyone },
  'library.list': { allow: everyone },
  'order.build': { allow: builders },
  'order.edit': { allow: builders },
  'order.publish': { allow: builders },
  'order.unpublish': { allow: builders },
  'order.discard': { allow: builders },
  'order.second': { allow: anywhere('member', 'worker') },
  'order.rate': { open: true, allow: anywhere('member', 'worker') },
  'order.rate_by_telephone': { allow: anywhere('operator') },
} as const satisfies Record<string, Rule>
