import { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { describe, expect } from 'vitest'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { test, type World } from '../../support/world.ts'

async function aVisit(world: World) {
  const inspector = await world.anInspector()
  const order = await world.anOpenOrder()
  const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
  const client = world.as(inspector)
  return { client, path: `/inspections/${round.id}/${order.id}`, photo: await uploadPhoto(client) }
}

describe('what no database can keep is refused as a mistake, in a draft and in a finding', () => {
  const odd: [what: string, wish: object][] = [
    ['a checklist version beyond any', { checklistVersion: 3_000_000_000 }],
    ['a clock in the year nought', { writtenAt: '0000-01-01T00:00:00Z' }],
    ['a clock pushed before the year one by its offset', { writtenAt: '0001-01-01T00:00:00+23:59' }],
    ['a clock pushed beyond the year 9999', { writtenAt: '9999-12-31T23:59:59-23:59' }],
    ['a control character in the name of an answer', { answers: { ['note\u0000']: true } }],
    ['half a character in the name of an answer', { answers: { ['note\uD800']: true } }],
  ]
  test.for(odd)('%s', async ([, wish], { world }) => {
    const { client, path, photo } = await aVisit(world)
    const sent = { ...aFinding(), attachmentIds: [photo], ...wish }
    expect((await client.put(`${path}/draft`, sent)).status).toBe(422)
    expect((await client.post(`${path}/finding`, sent)).status).toBe(422)
  })
})

test('a checklist asks on an answer that is text as people type it', async ({ world }) => {
  const county = world.as(await world.aCountyOrganizer())
  const before = (await county.get('/checklist')).as(ChecklistView)
  const item = { text: '备注', kind: 'words', required: false, evidence: false }
  const change = (is: string) => ({
    items: [
      { ...item, code: 'note', when: null },
      { ...item, code: 'more', when: { code: 'note', is } },
    ],
    note: '试一试',
  })
  const save = (is: string) => county.put('/checklist', change(is), { version: before.version })
  for (const is of ['\u0000', '\uD800', 'x'.repeat(100_000)]) expect((await save(is)).status).toBe(422)
  expect((await save('其他')).status).toBe(200)
})
