export const reopenings = {
  title: 'Review of the completion',
  'state.proposed': 'To be decided',
  'state.rectify': 'Opened again to rectify',
  'state.retire': 'Opened again to retire',
  'state.kept': 'Completion stands',
  'state.withdrawn': 'Dropped on appeal',
  'asked.rectify': 'After the order was closed, an inspection asks to rectify.',
  'asked.retire': 'After the order was closed, an inspection proposes retirement.',
  'asked.secondPoor':
    'After the order was closed, it was found poor for the second time; the rule proposes retirement.',
  reason: 'In the inspector’s words: {{reason}}',
  by: 'asked by {{who}}',
  byRule: 'the rule',
  'waits.town':
    'The order stays closed until it is decided, by the town or county organizer and by nobody who found it or typed it in.',
  'waits.county':
    'The order stays closed until it is decided, by a county organizer and by nobody who found it or typed it in.',
  'decided.kept': 'The completion is valid; the feedback record is unchanged.',
  'decided.opened':
    'The completion was found untrue and the order opened again, in cycle {{cycle}}. The earlier record and ratings stay, and say so.',
  'decided.reason': 'Reason: {{reason}}',
  'decided.by': 'decided by {{who}}',
  'decide.rectify': 'Open again, rectify',
  'decide.rectify.title': 'Open again and rectify: {{title}}',
  'decide.rectify.consequence':
    'The order is under rectification: its owner gets a notice and another inspector looks again. Passed, it closes once more with a record of its own. Requesters see it on their receipt.',
  'decide.rectify.done': 'Opened again; the notice is out',
  'decide.retire': 'Open again, retire',
  'decide.retire.title': 'Open again and retire: {{title}}',
  'decide.retire.consequence':
    'The order is retiring: the public notice begins and anybody may object. It is final when the notice is over and objections are answered; unmet needs are taken up again. Requesters see it on their receipt.',
  'decide.retire.done': 'Opened again; the public notice has begun',
  'decide.keep': 'Let it stand',
  'decide.keep.title': 'Let the completion stand: {{title}}',
  'decide.keep.consequence':
    'The order stays closed and its record unchanged; the finding and your reason stay on its timeline.',
  'decide.keep.done': 'The completion stands',
} as const
