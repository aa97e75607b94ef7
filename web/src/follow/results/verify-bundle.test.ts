import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DrawBundle } from '@dj/shared/follow/round/round.schema.ts'
import { type Check, verifyBundle } from './verify-bundle.ts'

const published = readFileSync(
  join(import.meta.dirname, '../../../../api/src/follow/draw/verify/test-vectors.json'),
  'utf8',
)

async function failing(text: string): Promise<Check[]> {
  const verification = await verifyBundle(text)
  if (!verification.readable) throw new Error('unreadable')
  return verification.results.filter(({ ok }) => !ok).map(({ check }) => check)
}

/** The bundle with a part changed, as its JSON text. */
function changed(change: (bundle: DrawBundle) => Partial<DrawBundle>): string {
  const raw: unknown = JSON.parse(published)
  return JSON.stringify({ ...Object(raw), ...change(DrawBundle.parse(raw)) })
}

test('the published vectors hold, step by step', async () => {
  expect(await failing(published)).toEqual([])
})

test('an order cut from the frame shows at the frame', async () => {
  expect(await failing(changed(({ frame }) => ({ frame: frame.slice(1) })))).toEqual(
    expect.arrayContaining(['digest', 'frame']),
  )
})

test('another seed shows at its commitment and at the sample', async () => {
  const found = await failing(changed(({ seeds }) => ({ seeds: ['0'.repeat(64), seeds[1]] })))
  expect(found).toEqual(expect.arrayContaining(['digest', 'seed1', 'sample']))
  expect(found).not.toContain('seed2')
})

test('an edited result shows at the sample', async () => {
  const swap = ({ sample }: DrawBundle) => ({
    sample: Object.fromEntries(Object.entries(sample).map(([town, ids]) => [town, ids.toReversed()])),
  })
  expect(await failing(changed(swap))).toEqual(['digest', 'sample'])
})

test('a value that could be known at the freeze shows', async () => {
  expect(
    await failing(
      changed(({ publicValue }) => ({
        publicValue: { ...publicValue, on: publicValue.on, typedAt: '2020-01-01T00:00:00Z' },
      })),
    ),
  ).toEqual(['digest', 'value'])
})

test('half a file is no bundle', async () => {
  expect(await verifyBundle(published.slice(0, 400))).toEqual({ readable: false })
})
