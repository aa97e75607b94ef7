import type { BulletinRow } from '@dj/db/queries/follow/bulletins.ts'
import { BulletinBody, type BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'

type View = Sent<typeof BulletinView>

export const publishedView = ({
  roundId,
  version,
  body,
  correction,
  signedByAlias,
  publishedAt,
}: BulletinRow): View => ({
  ...{ roundId, version, state: 'published', correction },
  body: BulletinBody.parse(body),
  signedBy: signedByAlias,
  publishedAt: publishedAt.toISOString(),
})

/** As it would be published now, as that version. */
export const draftView = (roundId: string, version: number, body: BulletinBody): View => ({
  ...{ roundId, version, body },
  state: 'draft',
  correction: null,
  signedBy: null,
  publishedAt: null,
})
