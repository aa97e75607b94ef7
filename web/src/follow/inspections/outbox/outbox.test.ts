import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { FindingView, SaveDraft, SubmitFinding } from '@dj/shared/follow/finding/finding.schema.ts'
import { refuse } from '../../../main/mocks/refuse.ts'
import { server } from '../../../main/mocks/server.ts'
import { differingFields, resolve } from '../visit/conflict-fields.ts'
import type { Outbox } from './outbox.ts'
import { anInspection } from '../inspection.sample.ts'
import { keyOf, newFindingId, type Writing, writingOf } from '../visit/writing.ts'

const disk = vi.hoisted(() => new Map<string, unknown>())
vi.mock('idb-keyval', () => ({
  get: (key: string) => Promise.resolve(disk.get(key)),
  set: (key: string, value: unknown) => Promise.resolve(void disk.set(key, structuredClone(value))),
  del: (key: string) => Promise.resolve(void disk.delete(key)),
}))

// Files of one process share what is loaded: the device's store may have met the real library already.
vi.resetModules()
const { createOutbox } = await import('./outbox.ts')

const visit = anInspection({})
const path = '*/api/v1/inspections/:roundId/:orderId'
let stored: FindingView | null
let finals: number
let isOnline: boolean

const storeIt = (sent: SaveDraft, state: 'draft' | 'final'): FindingView => {
  const { baseVersion, attachmentIds, ...rest } = sent
  const { roundId, orderId } = visit
  const receivedAt = '2026-11-21T01:00:00Z'
  const inspector = { id: '01990000-0000-7000-8000-000000000099', alias: '检查员' }
  const more = { inspector, receivedAt, quarter: null, late: false, upheld: 'standing', attachments: attachmentIds }
  return FindingView.parse({ ...rest, ...more, enteredBy: null, roundId, orderId, state, version: baseVersion + 1 })
}
const isStale = ({ id, baseVersion }: SaveDraft) =>
  stored === null ? baseVersion !== 0 : stored.id !== id || stored.version !== baseVersion

beforeEach(() => {
  disk.clear()
  stored = null
  finals = 0
  isOnline = true
  server.resetHandlers(
    http.all('*', () => (isOnline ? undefined : HttpResponse.error())),
    http.get('*/api/v1/inspections', () =>
      HttpResponse.json({
        items: [anInspection({ finding: stored })],
        checklist: { version: 1, items: [], changedAt: '2026-10-01T00:00:00Z', changedBy: null, note: null },
        asOf: '2026-11-21T01:00:00Z',
      }),
    ),
    http.put(`${path}/draft`, async ({ request }) => {
      const sent = SaveDraft.parse(await request.json())
      if (isStale(sent)) return refuse('request.stale_version')
      stored = storeIt(sent, 'draft')
      return HttpResponse.json(stored)
    }),
    http.post(`${path}/finding`, async ({ request }) => {
      const sent = SubmitFinding.parse(await request.json())
      if (stored?.state === 'final' && stored.id === sent.id) return HttpResponse.json(stored)
      if (isStale(sent)) return refuse('request.stale_version')
      finals += 1
      stored = storeIt(sent, 'final')
      return HttpResponse.json(stored, { status: 201 })
    }),
  )
})

/** The device: opened again, it knows what its disk knows. */
async function openDevice(): Promise<Outbox> {
  const outbox = createOutbox('inspector')
  await outbox.load()
  return outbox
}
const held = (outbox: Outbox) => outbox.writings()?.get(keyOf(visit))
const written = (part: Partial<Writing> = {}): Writing => ({ ...writingOf(visit, 1), words: '现场核实，属实', ...part })
const finished = { effect: 'good', verdict: 'pass', final: true } as const

test('a finding written without a network is kept, also when the page is closed, and sent once', async () => {
  isOnline = false
  const first = await openDevice()
  first.write(written(finished))
  await first.sync()
  expect(held(first)).toMatchObject({ final: true, words: '现场核实，属实' })
  const again = await openDevice()
  expect(held(again)).toMatchObject({ final: true, words: '现场核实，属实', id: held(first)?.id })
  isOnline = true
  await Promise.all([again.sync(), again.sync()])
  expect(held(again)).toBeUndefined()
  expect(finals).toBe(1)
  expect(stored).toMatchObject({ state: 'final', words: '现场核实，属实' })
})

test('a lost reply does not send it twice, nor make a conflict of our own words', async () => {
  const outbox = await openDevice()
  server.use(
    http.put(
      `${path}/draft`,
      async ({ request }) => {
        stored = storeIt(SaveDraft.parse(await request.json()), 'draft')
        return HttpResponse.error()
      },
      { once: true },
    ),
  )
  outbox.write(written())
  await outbox.sync()
  const waiting = must(held(outbox), 'the writing')
  await new Promise((soon) => setTimeout(soon, 5))
  outbox.write({ ...waiting, words: '又补充一句', ...finished })
  await outbox.sync()
  expect(held(outbox)).toBeUndefined()
  expect([finals, stored?.words]).toEqual([1, '又补充一句'])
})

test('what another device wrote is not overwritten: both are kept until one is chosen, field by field', async () => {
  const outbox = await openDevice()
  stored = storeIt({ ...other(), effect: 'poor', answers: { records_complete: false, progress_real: true } }, 'draft')
  outbox.write(written({ effect: 'good', answers: { records_complete: true, progress_real: true } }))
  await outbox.sync()
  const mine = must(held(outbox), 'the writing')
  const theirs = must(mine.theirs ?? undefined, 'the other version')
  expect([mine.words, theirs.words]).toEqual(['现场核实，属实', '平板上写的'])
  expect(stored.words).toBe('平板上写的')
  expect(differingFields(mine, theirs)).toEqual(['answers.records_complete', 'effect', 'words'])
  await outbox.sync()
  expect(stored.words).toBe('平板上写的')
  const choices = { 'answers.records_complete': 'mine', effect: 'theirs', words: 'both' } as const
  outbox.write(resolve(mine, theirs, choices))
  await outbox.sync()
  expect(held(outbox)).toBeUndefined()
  expect(stored).toMatchObject({
    version: 2,
    effect: 'poor',
    words: '现场核实，属实\n\n平板上写的',
    answers: { records_complete: true, progress_real: true },
  })
})

const other = (): SaveDraft =>
  SaveDraft.parse({
    ...{ id: newFindingId(), checklistVersion: 1, answers: {}, effect: null, verdict: null, callBack: null },
    ...{ words: '平板上写的', attachmentIds: [], writtenAt: '2026-11-20T01:00:00Z', baseVersion: 0 },
  })

test('a refusal keeps every word and says why', async () => {
  const outbox = await openDevice()
  server.use(http.post(`${path}/finding`, () => refuse('finding.call_back_missing')))
  outbox.write(written(finished))
  await outbox.sync()
  const { words, final, refusal } = must(held(outbox), 'the writing')
  expect({ words, final, code: refusal?.code }).toEqual({
    words: '现场核实，属实',
    final: false,
    code: 'finding.call_back_missing',
  })
})
