import { BulletinQuery, BulletinView, PublishBulletin } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { RoundId } from '@dj/shared/follow/round/round.schema.ts'
import { z } from 'zod'
import { mediaTypes } from '../../platform/http/download.ts'
import { openOperation, operation } from '../../platform/http/spec.ts'
import { publishBulletin } from './publish-bulletin.ts'
import { readBulletin } from './read-bulletin.ts'

const tag = 'bulletins'
const params = z.strictObject({ id: RoundId })

export const bulletinRoutes = [
  openOperation(
    {
      operation: 'bulletin.read',
      method: 'get',
      path: '/rounds/{id}/bulletin',
      tag,
      summary:
        '季度通报 · The bulletin of a round as data, page or Word file; a draft for the leads until it is published',
      params,
      query: BulletinQuery,
      reply: BulletinView,
      alsoAs: ['text/html', mediaTypes.docx],
      refusals: ['not_found', 'round.not_published', 'bulletin.round_open'],
    },
    ({ deps, actor, params: { id: roundId }, query }) => readBulletin(deps, { actor, roundId, ...query }),
  ),
  operation(
    {
      operation: 'bulletin.publish',
      method: 'post',
      path: '/rounds/{id}/bulletin',
      tag,
      summary: '签发通报 · Sign and publish the bulletin; a correction is a new version that says why',
      params,
      body: PublishBulletin,
      reply: BulletinView,
      status: 201,
      refusals: ['not_found', 'bulletin.round_open', 'bulletin.correction_needed', 'bulletin.number_taken'],
    },
    ({ deps, actor, params: { id: roundId }, body }) => publishBulletin(deps, { actor, roundId, ...body }),
  ),
]
