import type { bulletins as zh } from '../../zh-CN/follow/bulletins.ts'
import type { Translation } from '../../translation.ts'

export const bulletins = {
  back: 'Published rounds',
  print: 'Print',
  docx: 'Download for Word',
  html: 'Download as a page',
  'none.title': 'There is no bulletin yet',
  'none.body': 'It appears here once the round is closed and the bulletin is signed.',
  'versions.title': 'All versions',
  'versions.one': 'Version {{version}}',
  'versions.newest': 'newest',
  'versions.shown': 'shown here',
  'versions.correction': 'Reason: {{reason}}',
  'versions.older': 'This is version {{version}}. Version {{newest}} has corrected it.',
  'versions.toNewest': 'Read the newest',
  'publish.lead':
    'Check it, then sign. Signing publishes it for good: an error can only be put right by a corrected version, and this one stays.',
  'publish.serial': 'Number of the paper',
  'publish.serial.hint': 'The draft shows the next one; another one is entered here.',
  'publish.action': 'Sign and publish',
  'publish.question': 'Sign “{{title}}”?',
  'publish.consequence': 'Everybody can then read and download it, and it cannot change. It is signed by {{who}}.',
  'publish.correct': 'Sign the correction',
  'publish.correctQuestion': 'Sign version {{version}} of “{{title}}”?',
  'publish.correctConsequence':
    'Version {{version}} is shown first and says why; earlier versions stay readable. It is signed by {{who}}.',
  'publish.done': 'The bulletin is published',
} satisfies Translation<typeof zh>
