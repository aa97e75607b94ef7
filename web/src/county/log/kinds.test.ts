import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventKinds } from '@dj/shared/platform/event/event-kinds.ts'
import { expect, test } from 'vitest'
import { log as en } from '../../platform/i18n/en/county/log.ts'
import { log as zh } from '../../platform/i18n/zh-CN/county/log.ts'

// My work names tasks, which have kinds of their own.
const verbs = globSync(join(import.meta.dirname, '../../../../api/src/**/*.ts')).filter(
  (path) => !path.includes('/meet/work/'),
)
const recorded = verbs.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/kind: '([a-z]+\.[a-z_]+)'/g)].map(([, kind = '']) => kind),
)

test('every kind the verbs record is known', () => {
  expect(recorded.length).toBeGreaterThan(60)
  expect(recorded.filter((kind) => !eventKinds.some((known) => known === kind))).toEqual([])
})

test.each([
  ['zh-CN', zh],
  ['en', en],
])('the log in %s has words for every kind, and for no other', (_, words) => {
  const worded = Object.keys(words).filter((key) => key.startsWith('kind.'))
  expect(worded.toSorted()).toEqual(eventKinds.map((kind) => `kind.${kind}`).toSorted())
})
