import { type AttachmentRow, findAttachment } from '@dj/db/queries/platform/attachments.ts'
import type { AttachmentId } from '@dj/shared/platform/ids.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../deps.ts'

/** The photo itself. It never changes, so whoever was shown it may keep it. Until it shows something, it is its sender's alone. */
export async function readPhoto(deps: Deps, { actor, id }: { actor: Actor; id: AttachmentId }): Promise<Response> {
  const row = await findAttachment(deps.db, actor.countyId, id)
  if (!row || (isUnused(row) && row.uploadedBy !== actor.personId)) throw new Refused('not_found')
  const bytes = await deps.photos.get(actor.countyId, row.sha256)
  if (!bytes) {
    deps.log.error({ attachmentId: id }, 'the bytes of a photo are missing')
    throw new Refused('not_found')
  }
  return new Response(bytes, {
    headers: {
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${id}.jpg"`,
      'cache-control': 'private, max-age=31536000, immutable',
    },
  })
}

const isUnused = ({ progressId, deliveryId, findingId, rectificationId, needId }: AttachmentRow) =>
  (progressId ?? deliveryId ?? findingId ?? rectificationId ?? needId) === null
