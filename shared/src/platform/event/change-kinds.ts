/** What a client hears about: the first word of an event's kind. */
export const changeKinds = [
  'need',
  'order',
  'claim',
  'delivery',
  'rating',
  'flag',
  'round',
  'checklist',
  'conflict',
  'finding',
  'appeal',
  'rectification',
  'retirement',
  'bulletin',
  'organization',
  'person',
  'account',
  'grant',
  'settings',
] as const
export type ChangeKind = (typeof changeKinds)[number]
