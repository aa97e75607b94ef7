import type { LinkProps } from '@tanstack/react-router'
import type { Role } from '@dj/shared/people/role.ts'
import { hasRole, type Me } from '../session/me.ts'
import type { IconName } from './icons.ts'

const areas = ['work', 'orders', 'desk', 'claims', 'needs', 'libraries', 'people', 'grants', 'settings', 'me'] as const

export interface NavItem {
  readonly area: (typeof areas)[number]
  readonly to: NonNullable<LinkProps['to']>
  readonly icon: IconName
  readonly visible: (me: Me) => boolean
}

const only =
  (...roles: readonly Role[]) =>
  (me: Me) =>
    hasRole(me, ...roles)
const business = (me: Me) => !hasRole(me, 'system_admin', 'security_admin', 'audit_admin')

/** Everything the navigation knows: its words are `nav.<area>` and, on tabs, `nav.<area>.short`. */
export const navigation: readonly NavItem[] = [
  { area: 'work', to: '/work', icon: 'work', visible: () => true },
  { area: 'orders', to: '/orders', icon: 'library', visible: business },
  { area: 'desk', to: '/desk', icon: 'desk', visible: only('secretary', 'town_organizer', 'county_organizer') },
  { area: 'claims', to: '/claims', icon: 'hand', visible: only('member', 'secretary', 'alliance_lead') },
  { area: 'needs', to: '/needs', icon: 'collect', visible: business },
  { area: 'libraries', to: '/libraries', icon: 'chart', visible: only('town_organizer', 'county_organizer') },
  { area: 'people', to: '/people', icon: 'people', visible: only('system_admin', 'audit_admin') },
  { area: 'grants', to: '/grants', icon: 'key', visible: only('security_admin', 'audit_admin') },
  {
    area: 'settings',
    to: '/settings',
    icon: 'settings',
    visible: only('county_organizer', 'security_admin', 'audit_admin'),
  },
  { area: 'me', to: '/me', icon: 'person', visible: () => true },
]

export const navigationFor = (me: Me) => navigation.filter((item) => item.visible(me))

/** The four first and 我的 as tabs; what does not fit is listed under 我的. */
export function tabsFor(me: Me): { tabs: readonly NavItem[]; more: readonly NavItem[] } {
  const items = navigationFor(me)
  const last = items.filter(({ area }) => area === 'me')
  const rest = items.filter(({ area }) => area !== 'me')
  return { tabs: [...rest.slice(0, 4), ...last], more: rest.slice(4) }
}
