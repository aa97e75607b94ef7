export const door = {
  title: 'No sign-in needed',
  raise: 'Raise a need',
  receipt: 'Follow a need by its receipt code',
  notices: 'Public notices',
  hotline: 'Hotline {{telephone}}',
  'choose.title': 'Which county are you in?',
  'choose.lead': 'Choose one and say what is needed. No account is asked for.',
  'none.title': 'Nothing is collected here yet',
  'none.body': 'The installation has not been set up. Please come back later.',
} as const
