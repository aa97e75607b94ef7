import type { accounts as zh } from '../../zh-CN/county/accounts.ts'
import type { Translation } from '../../translation.ts'

export const accounts = {
  'slip.opening': 'New account',
  'slip.reset': 'Password reset',
  'slip.issued': 'One-time code for {{who}} issued',
  'slip.once':
    'The one-time code is shown this once and kept nowhere. Print it or copy it down and hand it over in person; do not forward it by chat or text message.',
  'slip.gone':
    'The one-time code has been shown and cannot be seen again. If it did not reach its owner, issue another one under “People and accounts”; the first is void then.',
  'slip.county': '{{county}} demand library',
  'slip.owner': 'Holder',
  'slip.username': 'Account',
  'slip.code': 'One-time code',
  'slip.until': 'Valid until',
  'slip.how': 'How to use it',
  'slip.step1': 'Scan the code on the right, or open the address below.',
  'slip.step2': 'Type the account and the one-time code.',
  'slip.step3': 'Choose a new password yourself; you are signed in then.',
  'slip.warning':
    'Only you know the password; nobody, no administrator either, will ask you for it. The code works once: if it has been used already, tell the security administrator at once.',
  'slip.qr': 'Address for choosing the password',
  'slip.print': 'Print the slip',
  'slip.copy': 'Copy the code',
  'slip.done': 'Handed over',
  'open.title': 'Choose your password',
  'open.lead': 'With the slip of a new or reset account you choose your own password.',
  'open.submit': 'Set the password and sign in',
  'open.back': 'You have a password? Sign in',
  'field.username': 'Account',
  'field.code': 'One-time code',
  'field.code.hint': '12 letters and digits from the slip; capitals and dashes do not matter.',
  'field.password': 'New password',
  'field.password.hint': 'At least 10 characters. A long phrase is best; no birthday, no telephone number.',
  'field.repeat': 'New password again',
  'field.old': 'Old password',
  'change.title': 'Change the password',
  'change.lead': 'You stay signed in here; every other device is signed out.',
  'change.submit': 'Change the password',
  'change.done': 'Password changed; other devices are signed out',
  'change.forgot': 'Forgot the old one? Ask the county’s system administrator for a reset slip.',
} satisfies Translation<typeof zh>
