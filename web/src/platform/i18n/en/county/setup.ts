import type { setup as zh } from '../../zh-CN/county/setup.ts'
import type { Translation } from '../../translation.ts'

export const setup = {
  title: 'Set-up',
  lead: 'The first run: choose the county and its towns, and create three administrators. This page then closes.',
  code: 'One-time code',
  'code.hint': 'Shown on the server’s console when it starts; it works once.',
  county: 'County',
  'county.choose': 'Choose',
  towns: 'Towns and subdistricts',
  'towns.hint': 'One a line. Listed from the division codes; add or remove as needed.',
  system: 'System administrator',
  'system.does': 'Adds and suspends accounts, issues reset slips. This is you; you choose your own password.',
  security: 'Security administrator',
  'security.does': 'Gives and ends roles, never to themselves. Chooses the password with a one-time code.',
  audit: 'Audit administrator',
  'audit.does': 'Reads every log and changes no business. Chooses the password with a one-time code.',
  'field.alias': 'Alias',
  'field.alias.hint': 'What others see.',
  'field.name': 'Name',
  'field.username': 'Username',
  'field.username.hint': 'Begins with a lower-case letter; letters, digits, dots, dashes. Three different ones.',
  'field.password': 'Password',
  'field.password.hint': 'At least 10 characters, typed by the person.',
  submit: 'Finish',
  'closed.title': 'Set-up is complete',
  'closed.body': 'For changes, the system administrator signs in.',
  'done.title': '{{county}} is ready',
  'done.body':
    'The system administrator can sign in now. The security and the audit administrator choose their passwords with the slips below: print them or copy them down; they are not shown again.',
  'done.next':
    'Next: the system administrator adds accounts, the security administrator gives roles, and collecting can begin.',
} satisfies Translation<typeof zh>
