import { del, delMany, get, keys, set } from 'idb-keyval'
import { z } from 'zod'

/** A photo that waits on this device: sent already (then its id is known), or still to be sent. */
export const ShelvedPhoto = z.object({
  key: z.string(),
  file: z.instanceof(Blob),
  attachmentId: z.string().optional(),
  /** When it arrived, in ms of this device's clock; the server keeps what nothing shows for `unusedPhotoDays`. */
  sentAt: z.number().optional(),
})
export type ShelvedPhoto = z.infer<typeof ShelvedPhoto>
const Shelf = z.array(ShelvedPhoto)

const name = (key: string) => `dj.photos.${key}`

// A private window may refuse to keep anything: the photos then last until the page closes.
async function forgetful<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}

/** Photos picked for a form that was not sent yet survive a closed page. */
export const photoShelf = {
  read: async (key: string): Promise<readonly ShelvedPhoto[]> =>
    Shelf.safeParse(await forgetful(() => get(name(key)))).data ?? [],
  write: (key: string, photos: readonly ShelvedPhoto[]) =>
    forgetful(() => (photos.length === 0 ? del(name(key)) : set(name(key), photos))),
  /** Whoever signs out leaves no photo to the next at this device. */
  clear: () => forgetful(async () => delMany((await keys<string>()).filter((key) => key.startsWith(name(''))))),
}
