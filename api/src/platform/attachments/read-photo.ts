import { type AttachmentRow, findAttachment } from '@dj/db/queries/platform/attachments.ts'
import type { AttachmentId } from '@dj/shared/platform/ids.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../deps.ts'

/** Whether somebody may read what a photo shows: told by whoever knows it. */
export type MaySee = (deps: Deps, actor: Actor, row: AttachmentRow) => Promise<boolean>

/** The photo itself, kept by no browser: the next at the same screen is somebody else. Until it shows something, it is its sender's alone. */
export async function readPhoto(
  deps: Deps,
  { actor, id, maySee }: { actor: Actor; id: AttachmentId; maySee: MaySee },
): Promise<Response> {
  const row = await findAttachment(deps.db, actor.countyId, id)
  if (!row) throw new Refused('not_found')
  const isSeen = row.uploadedBy === actor.personId || (!isUnused(row) && (await maySee(deps, actor, row)))
  if (!isSeen) throw new Refused('not_found')
  const bytes = await deps.photos.get(actor.countyId, row.sha256)
  if (!bytes) {
    deps.log.error({ attachmentId: id }, 'the bytes of a photo are missing')
    throw new Refused('not_found')
  }
  return new Response(bytes, {
    headers: {
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${id}.jpg"`,
      'cache-control': 'private, no-store',
    },
  })
}

const isUnused = ({ progressId, deliveryId, findingId, rectificationId, needId }: AttachmentRow) =>
  (progressId ?? deliveryId ?? findingId ?? rectificationId ?? needId) === null
