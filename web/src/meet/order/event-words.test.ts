import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { events } from '../../platform/i18n/zh-CN/events.ts'
import type { EventView } from '@dj/shared/build/order/order.schema.ts'
import { eventKinds } from './event-kinds.ts'
import { toSteps } from './timeline-items.ts'

const verbs = globSync(join(import.meta.dirname, '../../../../api/src/**/*.ts'))
// Of needs, orders, claims and deliveries; reading a contact is on no timeline.
const recorded = new Set(
  verbs
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) => readFileSync(path, 'utf8').match(/'(need|order|claim|delivery)\.[a-z_]+'/g) ?? [])
    .map((literal) => literal.slice(1, -1)),
)

test('every kind has a title', () => {
  expect(eventKinds.filter((kind) => !Object.hasOwn(events, kind))).toEqual([])
})

test('every kind the verbs of the main loop write is known', () => {
  const written = verbs
    .filter((path) => /(claims|orders|deliveries|ratings|needs)\//.test(path))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/kind: '((?:need|order|claim|delivery)\.[a-z_]+)'/g)])
    .map(([, kind = '']) => kind)
    .filter((kind) => kind !== 'need.contact_revealed')
  expect(written.length).toBeGreaterThan(12)
  expect(written.filter((kind) => !eventKinds.some((known) => known === kind))).toEqual([])
  expect(recorded.size).toBeGreaterThan(0)
})

const event = (kind: string, at: string): EventView => ({
  id: `${kind}${at}`,
  kind,
  at,
  who: null,
  data: {},
  attachments: [],
})

test('a state that merely follows is not told twice, and needs that come one after another are told once', () => {
  const steps = toSteps([
    event('need.received', '1'),
    event('need.received', '2'),
    event('claim.released', '3'),
    event('order.open', '3'),
    event('order.open', '4'),
    event('order.struck_by_lightning', '5'),
  ])
  expect(steps.map(({ event: { kind }, times }) => [kind, times])).toEqual([
    ['need.received', 2],
    ['claim.released', 1],
    ['order.open', 1],
    ['order.struck_by_lightning', 1],
  ])
})
