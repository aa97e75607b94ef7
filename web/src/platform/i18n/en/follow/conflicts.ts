import type { conflicts as zh } from '../../zh-CN/follow/conflicts.ts'
import type { Translation } from '../../translation.ts'

export const conflicts = {
  title: 'Conflicts I declared',
  lead: 'Your own organization, claims and needs are kept away from you without a word.',
  none: 'None declared.',
  action: 'Declare a conflict',
  'dialog.title': 'Declare a conflict',
  organization: 'In which organization you have an interest',
  'organization.hint': 'A part of its name; what lies below it counts, too',
  reason: 'Why',
  'reason.hint': 'You or a close relative works there, or has business with it',
  'then.title': 'What follows',
  'then.handed':
    'What you hold of it and below it, and have not inspected, goes to other inspectors at once; where nobody is free the leads name one.',
  'then.future': 'Nothing of it is dealt to you again.',
  'then.kept': 'Findings you have sent stay; the declaration is on record.',
  submit: 'Declare the conflict',
  done: 'Declared; what it touches is handed on',
  since: 'Declared on',
} satisfies Translation<typeof zh>
