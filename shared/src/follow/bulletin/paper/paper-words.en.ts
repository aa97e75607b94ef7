import type { PaperWords } from './paper-words.zh.ts'

/** The same sentences for those who read English; what was stored with the bulletin stays as it was written. */
export const en: PaperWords = {
  mark: (leading) => leading,
  unsigned: 'Not signed yet',
  draft: 'Draft, to be checked before it is signed',
  day: (day) => day,
  quarter: (quarter) => `Q${quarter.slice(5)} ${quarter.slice(0, 4)}`,
  everybody: 'all concerned',
  addressees: (who) => `To ${who}:`,
  corrected: (reason) => `This is a corrected version. Reason: ${reason}`,
  between: ' ',
  to: '–',
  nth: (i) => `${i + 1}. `,
  counted: (heading, n) => `${heading} (${n})`,
  none: 'None this quarter.',
  town: 'Town',
  opening: (lead, quarter) => `${lead.join('、')} inspected the orders of ${quarter}, as is done each quarter.`,
  census: ({ done, total, excused, share }) =>
    `Of ${total} A and B orders ${done} were completed, ${excused} of them excused by two people: ${share}.`,
  sample: (drawn, seen) => `Of the C orders ${drawn} were drawn at random and ${seen} inspected.`,
  figures: {
    heading: 'Figures',
    alone: 'There was no bulletin last quarter to compare with.',
    name: 'Figure',
    titles: ['Of', 'This quarter', '95 % interval'],
    before: ['Last quarter', 'Change'],
    tooFew: 'Too few ratings',
  },
  change: (way, points) => (way === 'same' ? 'the same' : `${way} ${points} points`),
  verdicts: {
    heading: 'Verdicts',
    titles: ['Inspected', 'Passed', 'Rectify', 'Retire', 'Pass rate'],
    found: ({ total, pass, rectify, retire, share }) =>
      `${total} orders inspected: ${pass} passed, ${rectify} to be rectified, ${retire} proposed for retirement; ${share} passed.`,
    late: (n) => `${n} of these findings came after the close of the last round and count in this quarter.`,
    sample: ({ share, of, from, to }) =>
      `Of the C sample ${share} passed (${of}); the 95 % interval for all C orders runs from ${from} to ${to}.`,
  },
  power: {
    heading: 'The sample',
    explained:
      'C orders of each town were drawn by a procedure anybody can re-check. “Chance” is that of meeting at least one bad order if one in ten of the town were bad. Intervals are by Wilson, without finite population correction, and so rather too wide where much was sampled.',
    titles: ['C orders', 'Drawn', 'Chance'],
    noTown: 'No town',
  },
  line: { number: 'Number', order: 'Order', owner: 'Owner' },
  rectified: { heading: 'Rectifications', reason: 'How it stands' },
  retired: { heading: 'Retired', reason: 'Reason' },
  excused: { heading: 'Excused from inspection', reason: 'Reason' },
  toRectify: { heading: 'Found to be rectified', reason: 'What came of it' },
  toRetire: { heading: 'Proposed for retirement', reason: 'What came of it' },
  passed: { heading: 'Passed', reason: 'How it came to be inspected' },
  late: { heading: 'Found after the close of the last round', reason: 'What came of it' },
  annex: 'Annex',
  annexTitle: 'Definitions and what to check against',
  annexNote: 'Annex: Definitions and what to check against',
  notes: {
    versions: {
      name: 'Versions',
      said: (definitions, settings, checklists) =>
        `definitions ${definitions}; settings ${settings}; checklists ${checklists.join(', ') || '—'}`,
    },
    frame: 'Hash of the frame',
    chain: { name: 'Chain of events', said: (seq, hash) => `No. ${seq} ${hash}` },
  },
  signedBy: 'Signed by',
  copies: (to) => `Copies to ${to.join(', ')}.`,
  printed: (day) => `Printed ${day}`,
}
