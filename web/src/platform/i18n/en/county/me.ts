import type { me as zh } from '../../zh-CN/county/me.ts'
import type { Translation } from '../../translation.ts'

export const me = {
  title: 'Me',
  'section.display': 'Display',
  'section.account': 'Account',
  'section.more': 'More',
  'elder.note': 'Bigger text and taller buttons, easier to read on a phone',
  'account.username': 'Account',
  'account.organization': 'Organization',
  'account.organization.none': 'None',
  'account.roles': 'Roles',
  'account.password': 'Change the password',
  'account.county': 'County',
} satisfies Translation<typeof zh>
