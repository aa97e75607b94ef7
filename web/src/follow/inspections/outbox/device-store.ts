import { del, get, set } from 'idb-keyval'
import { z } from 'zod'
import { InspectionList } from '@dj/shared/follow/finding/finding.schema.ts'
import { Writing } from '../visit/writing.ts'

const name = (kind: string, of: string) => `dj.inspections.${kind}.${of}`
const Writings = z.array(Writing)

// A private window may refuse to keep anything: what is there then lasts until the page closes.
async function forgetful<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}

// Where the browser keeps nothing, photos wait in memory.
const held = new Map<string, Blob>()

async function writePhoto(key: string, photo: Blob): Promise<void> {
  try {
    await set(name('photo', key), photo)
  } catch {
    held.set(key, photo)
  }
}

/** What this device keeps for an inspector: the list to work from, and what is written and not sent. Each person has their own. */
export const deviceStore = {
  readList: async (personId: string): Promise<InspectionList | undefined> =>
    InspectionList.safeParse(await forgetful(() => get(name('list', personId)))).data,
  writeList: (personId: string, list: InspectionList) => forgetful(() => set(name('list', personId), list)),
  readWritings: async (personId: string): Promise<readonly Writing[]> =>
    Writings.safeParse(await forgetful(() => get(name('writings', personId)))).data ?? [],
  writeWritings: (personId: string, writings: readonly Writing[]) =>
    forgetful(() => set(name('writings', personId), writings)),
  readPhoto: async (key: string): Promise<Blob | undefined> =>
    z.instanceof(Blob).safeParse(await forgetful(() => get(name('photo', key)))).data ?? held.get(key),
  writePhoto,
  dropPhoto: (key: string) => {
    held.delete(key)
    return forgetful(() => del(name('photo', key)))
  },
}
