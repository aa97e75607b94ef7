import type { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { productTime } from '../../../platform/api/clock.ts'
import { isProblem } from '../../../platform/api/problem.ts'
import { uuid } from '../../../platform/api/uuid.ts'
import { deviceStore } from './device-store.ts'
import { type Outcome, sendPhoto, sendWriting } from './send-writing.ts'
import { keyOf, type Visit, type Writing } from '../visit/writing.ts'

export type Outbox = ReturnType<typeof createOutbox>
const pause = 1_500

/** What one inspector wrote on this device and the server does not have yet: kept first, sent when it can be, never overwritten. */
export function createOutbox(personId: string, onSaved: (view: FindingView) => void = () => undefined) {
  let writings: ReadonlyMap<string, Writing> = new Map()
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let again = false
  let ready = false
  const show = (next: ReadonlyMap<string, Writing>) => {
    writings = next
    for (const listener of listeners) listener()
    return deviceStore.writeWritings(personId, [...next.values()])
  }
  const put = (writing: Writing) => show(new Map([...writings, [keyOf(writing), writing]]))
  const drop = (visit: Visit) => {
    for (const { key } of writings.get(keyOf(visit))?.photos ?? []) void deviceStore.dropPhoto(key)
    return show(new Map([...writings].filter(([key]) => key !== keyOf(visit))))
  }
  const amend = (visit: Visit, part: Partial<Writing>) => {
    const now = writings.get(keyOf(visit))
    if (now !== undefined) void put({ ...now, ...part })
  }
  const settle = (sent: Writing, outcome: Outcome) => {
    if (outcome.kind === 'refused')
      return amend(sent, { final: false, refusal: { code: outcome.code, path: outcome.path } })
    if (outcome.kind === 'conflict') return amend(sent, { final: false, theirs: outcome.theirs })
    if (outcome.kind !== 'saved') return
    onSaved(outcome.view)
    // What was typed while it travelled goes next, on top of what has arrived.
    if (writings.get(keyOf(sent)) === sent) void drop(sent)
    else amend(sent, { baseVersion: outcome.view.version })
  }
  const send = async (key: string) => {
    const failed = await sendPhotos(key)
    const writing = writings.get(key)
    if (writing === undefined) return
    if (failed !== undefined) return settle(writing, failed)
    const sent = { ...writing, lastSent: writing.writtenAt }
    await put(sent)
    const outcome = await sendWriting(sent)
    if (outcome.kind === 'conflict' && isOwn(outcome.theirs, writing)) {
      again = true
      return amend(sent, { baseVersion: outcome.theirs.version })
    }
    settle(sent, outcome)
  }
  const sendPhotos = async (key: string): Promise<Outcome | undefined> => {
    for (const photo of writings.get(key)?.photos ?? []) {
      if (photo.attachmentId !== null) continue
      const file = await deviceStore.readPhoto(photo.key)
      const arrived = file === undefined ? undefined : await tryPhoto(photo.key, file)
      if (typeof arrived === 'object') return arrived
      const now = writings.get(key)
      if (now === undefined) return undefined
      const photos = now.photos.flatMap((each) => {
        if (each.key !== photo.key) return [each]
        return arrived === undefined ? [] : [{ ...each, attachmentId: arrived }]
      })
      await put({ ...now, photos })
    }
    return undefined
  }
  const waiting = () => [...writings.values()].filter(({ theirs, refusal }) => theirs === null && refusal === null)
  const sync = (): Promise<void> => {
    clearTimeout(timer)
    again = true
    running ??= (async () => {
      while (again) {
        again = false
        for (const writing of waiting()) await send(keyOf(writing))
      }
    })().finally(() => (running = undefined))
    return running
  }
  return {
    /** Undefined until what this device kept is read. */
    writings: () => (ready ? writings : undefined),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    load: async () => {
      const kept = await deviceStore.readWritings(personId)
      ready = true
      await show(new Map(kept.map((each) => [keyOf(each), each])))
    },
    /** Keeps it at once and sends it a moment after the last stroke. */
    write: (writing: Writing) => {
      void put({ ...writing, refusal: null, writtenAt: productTime().toISOString() })
      clearTimeout(timer)
      timer = setTimeout(() => void sync(), pause)
    },
    addPhotos: async (files: readonly Blob[]) => {
      const photos = files.map((file) => ({ key: uuid(), attachmentId: null, file }))
      for (const { key, file } of photos) await deviceStore.writePhoto(key, file)
      return photos.map(({ key, attachmentId }) => ({ key, attachmentId }))
    },
    sync,
    drop,
  }
}

/** A draft of ours that arrived while its reply did not. */
const isOwn = (theirs: FindingView, { id, lastSent }: Writing) =>
  theirs.id === id &&
  theirs.state === 'draft' &&
  lastSent !== null &&
  Date.parse(theirs.writtenAt) === Date.parse(lastSent)

async function tryPhoto(key: string, file: Blob): Promise<string | Outcome> {
  try {
    return await sendPhoto(key, file)
  } catch (error) {
    if (!isProblem(error)) throw error
    const later = error.status === 0 || error.status >= 500 || error.status === 401
    return later ? { kind: 'later' } : { kind: 'refused', code: error.code, path: 'attachmentIds' }
  }
}
