import { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { expect } from 'vitest'
import { test } from '../../support/world.ts'

const item = { code: 'site_clean', text: '现场整洁', kind: 'yes_no', required: true, evidence: false, when: null }

test('a county begins with a checklist, and a change is a new version with its note', async ({ world }) => {
  const organizer = world.as(await world.aCountyOrganizer())
  const first = (await world.as(await world.aMember()).get('/checklist')).as(ChecklistView)
  expect(first).toMatchObject({ version: 1, changedBy: null })
  expect(first.items.length).toBeGreaterThan(4)
  const changed = await organizer.put('/checklist', { items: [item], note: '精简' }, { version: 1 })
  expect(changed.as(ChecklistView)).toMatchObject({ version: 2, items: [item], note: '精简' })
  expect((await organizer.get('/checklist')).as(ChecklistView).version).toBe(2)
})

test('an older version stays readable, one that never was is not', async ({ world }) => {
  const organizer = world.as(await world.aCountyOrganizer())
  const first = (await organizer.get('/checklist')).as(ChecklistView)
  await organizer.put('/checklist', { items: [item], note: '精简' }, { version: 1 })
  const older = await world.as(await world.aMember()).get('/checklist?version=1')
  expect(older.as(ChecklistView)).toMatchObject({ version: 1, items: first.items })
  expect((await organizer.get('/checklist?version=9')).code).toBe('checklist.unknown_version')
})

test('two change it at once: one is told that the other was first', async ({ world }) => {
  const organizers = await Promise.all([world.aCountyOrganizer(), world.aCountyOrganizer()])
  const replies = await Promise.all(
    organizers.map((each) => world.as(each).put('/checklist', { items: [item], note: '精简' }, { version: 1 })),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 412])
  expect(replies.find(({ status }) => status === 412)?.code).toBe('request.stale_version')
})

test('an empty list, a code twice, a condition on nothing and unknown keys are refused with their field', async ({
  world,
}) => {
  const organizer = world.as(await world.aCountyOrganizer())
  const put = (items: readonly unknown[], more = {}) =>
    organizer.put('/checklist', { items, note: '修改', ...more }, { version: 1 })
  expect((await put([])).fields).toEqual({ items: 'field.too_small' })
  expect((await put([item, item])).fields).toEqual({ items: 'checklist.code_twice' })
  const hanging = { ...item, when: { code: 'nowhere', is: true } }
  expect((await put([hanging])).fields).toEqual({ 'items.0.when': 'checklist.condition_unfit' })
  const unfit = { ...item, code: 'site_gap', when: { code: 'site_clean', is: 3 } }
  expect((await put([item, unfit])).fields).toEqual({ 'items.1.when': 'checklist.condition_unfit' })
  expect((await put([{ ...item, extra: 1 }])).fields).toEqual({ 'items.0.extra': 'field.unknown' })
  expect((await put([item], { county: '330381' })).fields).toEqual({ county: 'field.unknown' })
  expect((await organizer.put('/checklist', { items: [item], note: '修改' })).code).toBe('request.version_missing')
})

test('only the county changes it, for its own county', async ({ world }) => {
  const change = { items: [item], note: '精简' }
  for (const person of [await world.anInspector(), await world.aTownOrganizer(), await world.aMember()]) {
    expect((await world.as(person).put('/checklist', change, { version: 1 })).code).toBe('auth.forbidden')
  }
  const other = await world.otherCounty()
  const stranger = world.as(await world.aCountyOrganizer({ county: other }))
  expect((await stranger.put('/checklist', change, { version: 1 })).status).toBe(200)
  const ours = world.as(await world.aCountyOrganizer())
  expect((await ours.get('/checklist')).as(ChecklistView).version).toBe(1)
})
