import type { LinkProps } from '@tanstack/react-router'
import type { Operation } from '@dj/shared/policy.ts'
import { adminRoles } from '@dj/shared/county/people/role.ts'
import { deskOf, hasRole, mayDo, type Me } from '../../county/session/me.ts'
import type { IconName } from '../../platform/ui/mark/icons.ts'

const areas = [
  'work',
  'orders',
  'desk',
  'claims',
  'needs',
  'libraries',
  'rounds',
  'inspections',
  'rectifications',
  'retirements',
  'appeals',
  'flags',
  'organizations',
  'people',
  'grants',
  'resets',
  'log',
  'calendar',
  'settings',
  'me',
] as const

export interface NavItem {
  readonly area: (typeof areas)[number]
  readonly to: NonNullable<LinkProps['to']>
  readonly icon: IconName
  readonly visible: (me: Me) => boolean
}

const allowed =
  (...operations: readonly Operation[]) =>
  (me: Me) =>
    mayDo(me, ...operations)
const business = (me: Me) => !hasRole(me, ...adminRoles)

/** Everything the navigation knows: its words are `nav.<area>` and, on tabs, `nav.<area>.short`. */
export const navigation: readonly NavItem[] = [
  { area: 'work', to: '/work', icon: 'work', visible: allowed('work.read') },
  { area: 'inspections', to: '/inspections', icon: 'eye', visible: allowed('inspection.list') },
  { area: 'orders', to: '/orders', icon: 'library', visible: business },
  { area: 'desk', to: '/desk', icon: 'desk', visible: allowed('order.build') },
  { area: 'claims', to: '/claims', icon: 'hand', visible: allowed('claim.take', 'claim.take_for_organization') },
  { area: 'needs', to: '/needs', icon: 'collect', visible: allowed('need.list') },
  {
    area: 'libraries',
    to: '/libraries',
    icon: 'chart',
    visible: (me) => hasRole(me, 'town_organizer', 'county_organizer'),
  },
  { area: 'rounds', to: '/rounds', icon: 'calendar', visible: allowed('round.open', 'round.targets') },
  {
    area: 'rectifications',
    to: '/rectifications',
    icon: 'flag',
    visible: (me) => hasRole(me, 'secretary', 'town_organizer', 'county_organizer', 'inspector'),
  },
  {
    area: 'retirements',
    to: '/retirements',
    icon: 'archive',
    visible: (me) => hasRole(me, 'secretary', 'town_organizer', 'county_organizer'),
  },
  {
    area: 'appeals',
    to: '/appeals',
    icon: 'note',
    visible: (me) => hasRole(me, 'secretary', 'town_organizer', 'county_organizer', 'inspector'),
  },
  { area: 'flags', to: '/flags', icon: 'alert', visible: allowed('flag.list') },
  { area: 'organizations', to: '/organizations', icon: 'building', visible: allowed('organization.tree') },
  { area: 'people', to: '/people', icon: 'people', visible: allowed('person.list') },
  { area: 'grants', to: '/grants', icon: 'key', visible: allowed('grant.list') },
  { area: 'resets', to: '/resets', icon: 'lock', visible: allowed('account.list_resets') },
  { area: 'log', to: '/log', icon: 'shield', visible: allowed('log.list') },
  { area: 'calendar', to: '/calendar', icon: 'clock', visible: allowed('calendar.change') },
  { area: 'settings', to: '/settings', icon: 'settings', visible: allowed('settings.change') },
  { area: 'me', to: '/me', icon: 'person', visible: () => true },
]

export const navigationFor = (me: Me) => navigation.filter((item) => item.visible(me))

/** The word of an area for this person: a desk is called after whose it is. */
export const wordOf = (area: NavItem['area'], me: Me) =>
  area === 'desk' ? (`nav.desk.${deskOf(me)}` as const) : (`nav.${area}` as const)

/** The four first and 我的 as tabs; what does not fit is listed under 我的. */
export function tabsFor(me: Me): { tabs: readonly NavItem[]; more: readonly NavItem[] } {
  const items = navigationFor(me)
  const last = items.filter(({ area }) => area === 'me')
  const rest = items.filter(({ area }) => area !== 'me')
  return { tabs: [...rest.slice(0, 4), ...last], more: rest.slice(4) }
}
