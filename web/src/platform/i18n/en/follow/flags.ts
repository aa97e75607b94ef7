import type { flags as zh } from '../../zh-CN/follow/flags.ts'
import type { Translation } from '../../translation.ts'

export const flags = {
  title: 'Suspicious ratings',
  lead: 'Patterns for a human to look at. Nobody loses a point, a rating or a name by them: only an appeal decided by a third body changes a rating.',
  quarter: 'Quarter',
  count_one: '{{count}} pattern',
  count_other: '{{count}} patterns',
  'empty.title': 'Nothing suspicious in {{quarter}}',
  'empty.body':
    'One device, one minute, mutual praise, or a receipt code used just after somebody saw the contact would be listed here.',
  'kind.same_device': 'One device',
  'kind.same_minute': 'One minute',
  'kind.reciprocal': 'Mutual praise',
  'kind.soon_after_look': 'Soon after a look at the contact',
  'why.soon_after_look_one':
    '{{count}} answer or rating by receipt code, soon after somebody saw the contact or the code. It may have followed a call.',
  'why.soon_after_look_other':
    '{{count}} answers and ratings by receipt code, soon after somebody saw the contact or the code. They may have followed a call.',
  'why.same_device_one':
    '{{count}} rating from one device (same browser and network). It may have been passed around on site.',
  'why.same_device_other':
    '{{count}} ratings from one device (same browser and network). It may have been passed around on site.',
  'why.same_minute_one':
    '{{count}} rating of one order within a minute. It may have been a meeting with a code on the wall.',
  'why.same_minute_other':
    '{{count}} ratings of one order within a minute. It may have been a meeting with a code on the wall.',
  'why.reciprocal_one':
    '{{organizations}} rated each other, {{count}} time nearly at the top. They may simply do good work.',
  'why.reciprocal_other':
    '{{organizations}} rated each other, {{count}} times nearly at the top. They may simply do good work.',
  'organizations.join': ' and ',
  when: 'When',
  'when.to': 'to',
  orders: 'Orders',
  'state.open': 'To be looked at',
  'state.grown_one': '{{count}} more since; please look again',
  'state.grown_other': '{{count}} more since; please look again',
  'verdict.clear': 'Nothing wrong',
  'verdict.clear.hint': 'The ratings count as they are.',
  'verdict.doubtful': 'In doubt',
  'verdict.doubtful.hint':
    'They still count. A county organizer may appeal under “Each rating” of the order; a third body decides.',
  judged: 'Looked at by {{by}}',
  next: 'Under “Each rating” of the orders above, the ratings in doubt can be appealed; the time to do so runs from this.',
  'judge.action': 'Record what you found',
  'judge.again': 'Record again',
  'judge.verdict': 'Result',
  'judge.note': 'Why',
  'judge.note.hint': 'What you looked at and whom you asked, so that others can check it',
  'judge.submit': 'Record',
  'judge.done': 'Recorded',
} satisfies Translation<typeof zh>
