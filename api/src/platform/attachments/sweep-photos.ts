import { deleteUnusedAttachments, knownContents } from '@dj/db/queries/platform/attachments.ts'
import { unusedPhotoDays } from '@dj/shared/platform/attachment.schema.ts'
import type { Deps } from '../deps.ts'

const UNUSED_FOR_MS = unusedPhotoDays * 24 * 60 * 60 * 1000

/** Forgets photos nobody attached to anything within `unusedPhotoDays`, longer than any reply can be asked for again, and removes the bytes no attachment shows. */
export async function sweepPhotos(deps: Deps, countyId: string): Promise<{ forgotten: number; removed: number }> {
  const forgotten = await deps.withTx(countyId, (tx, at) => deleteUnusedAttachments(tx, countyId, longBefore(at)))
  let removed = 0
  const before = longBefore(deps.now())
  for await (const hashes of deps.photos.olderThan(countyId, before)) {
    const known = await knownContents(deps.db, countyId, hashes)
    for (const hash of hashes.filter((each) => !known.has(each))) {
      if (await deps.photos.removeOlder(countyId, hash, before)) removed += 1
    }
  }
  return { forgotten, removed }
}

const longBefore = (at: Date) => new Date(at.getTime() - UNUSED_FOR_MS)
