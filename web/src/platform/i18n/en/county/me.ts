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
  'office.title': 'Office contact',
  'office.note': 'Seen by those who have taken on an order of yours: write the telephone of the office.',
  'office.none': 'not set',
  'office.set': 'Set',
  'office.edit': 'Edit',
  'office.act': '{{what}}: {{title}}',
  'office.of': 'Office contact of {{name}}',
  'office.name': 'Contact person',
  'office.telephone': 'Telephone of the office',
  'office.clear': 'Remove',
  'office.save': 'Save',
  'account.county': 'County',
} satisfies Translation<typeof zh>
