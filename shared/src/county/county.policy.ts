import { anywhere, business, everyone, type Rule } from './people/policy-shape.ts'

/** Who may do what about who and where: operation → role × scope. */
export const countyPolicy = {
  'session.create': { open: true, allow: [] },
  'session.read': { allow: everyone },
  'session.delete': { allow: everyone },
  'account.open': { open: true, allow: [] },
  'account.change_password': { allow: everyone },
  'account.ask_reset': { allow: anywhere('system_admin') },
  'setup.read': { open: true, allow: [] },
  'setup.create': { open: true, allow: [] },
  'county.read': { open: true, allow: [] },
  'county.desk': { open: true, allow: [] },
  'organization.list': { allow: everyone },
  'colleague.list': { allow: anywhere('secretary', 'alliance_lead', 'county_organizer') },
  'settings.read': { allow: everyone },
  'settings.change': { allow: anywhere('county_organizer') },
  'person.list': { allow: anywhere('system_admin', 'security_admin') },
  'person.add': { allow: anywhere('system_admin') },
  'person.edit': { allow: anywhere('system_admin') },
  'grant.list': { allow: anywhere('security_admin', 'system_admin', 'audit_admin') },
  'grant.give': { allow: anywhere('security_admin') },
  'grant.end': { allow: anywhere('security_admin') },
  'log.list': { allow: anywhere('audit_admin') },
  'events.stream': { allow: everyone },
  'attachment.create': { allow: anywhere(...business) },
  'attachment.read': { allow: everyone },
} as const satisfies Record<string, Rule>
