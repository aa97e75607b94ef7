import { attachPhotos, type SentPhotos, type Shown } from '@dj/db/queries/platform/attachments.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { refuseIf } from '@dj/shared/problem.ts'

/** Attaches all of these photos, each its sender's own and shown nowhere else yet. Errors: attachment.unknown. */
export async function attach(tx: Tx, photos: SentPhotos, to: Shown): Promise<void> {
  const attached = await attachPhotos(tx, photos, to)
  refuseIf(attached === new Set(photos.ids).size ? undefined : 'attachment.unknown', 'attachmentIds')
}
