import { createHash } from 'node:crypto'
import { insertAttachment } from '@dj/db/queries/platform/attachments.ts'
import { type AttachmentView, maxPhotoBytes } from '@dj/shared/platform/attachment.schema.ts'
import type { AttachmentId } from '@dj/shared/platform/ids.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { type Deps, newId } from '../deps.ts'
import type { Sent } from '../http/spec.ts'
import { cleanPhoto, cleanPixels } from './clean-photo.ts'
import { isHeic, unfoldHeic } from './heic.ts'

/** Keeps one photo, cleaned. It belongs to nothing until a report or a delivery names it. */
export async function uploadPhoto(
  deps: Deps,
  { actor, bytes }: { actor: Actor; bytes: Uint8Array },
): Promise<Sent<typeof AttachmentView>> {
  refuseIf(bytes.length > maxPhotoBytes ? 'attachment.too_large' : undefined, 'file')
  const { countyId, personId } = actor
  const photo = isHeic(bytes) ? await cleanPixels(await unfoldHeic(deps.workshop, bytes)) : await cleanPhoto(bytes)
  const sha256 = createHash('sha256').update(photo.bytes).digest('hex')
  await deps.photos.put(countyId, sha256, photo.bytes) // before its row: a row without bytes would be a lie
  const { width, height } = photo
  return deps.withTx(countyId, async (tx, at) => {
    const seen = { id: newId<AttachmentId>(), bytes: photo.bytes.length, width, height }
    await insertAttachment(tx, { countyId, ...seen, sha256, uploadedBy: personId, uploadedAt: at })
    return { ...seen, mime: 'image/jpeg', uploadedAt: at.toISOString() }
  })
}
