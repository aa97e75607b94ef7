import { findBulletin, hashOfBulletin, insertBulletin } from '@dj/db/queries/follow/bulletins.ts'
import { findCounty } from '@dj/db/queries/county/counties.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { lockRound } from '@dj/db/queries/follow/rounds.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { BulletinView, PublishBulletin } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { ceremonyTimeout } from '../rounds/hold-round.ts'
import { publishedView } from './bulletin.view.ts'
import { computeBulletin } from './compute-bulletin.ts'

type Input = PublishBulletin & { actor: Actor; roundId: string }

/** Signs the bulletin of a closed round and makes it public. What was published stays; a correction is a new version that says why. */
export function publishBulletin(
  deps: Deps,
  { actor, roundId, correction, serial }: Input,
): Promise<Sent<typeof BulletinView>> {
  const { countyId, personId: by } = actor
  const work: Parameters<typeof deps.withTx<Sent<typeof BulletinView>>>[1] = async (tx, at) => {
    const of = { countyId, roundId }
    const round = await lockRound(tx, countyId, roundId) // two who publish at once get two versions, one of them refused without a reason
    if (!round) throw new Refused('not_found')
    if (round.state !== 'closed') throw new Refused('bulletin.round_open')
    const version = ((await findBulletin(tx, of))?.version ?? 0) + 1
    if (version > 1 && correction === undefined) throw new Refused('bulletin.correction_needed', 'correction')
    const county = must(await findCounty(tx, countyId), countyId).name
    const body = await computeBulletin(tx, { ...round, county }, { at, serial })
    const why = version > 1 ? (correction ?? null) : null
    await insertBulletin(tx, { ...of, version, body, correction: why, signedBy: by, publishedAt: at })
    const bodyHash = await hashOfBulletin(tx, { ...of, version })
    const data = { roundId, version, bodyHash, chainHead: body.chainHead }
    await recordEvent(tx, { countyId, kind: 'bulletin.published', at, by, data })
    return publishedView(must(await findBulletin(tx, of), 'the bulletin just published'))
  }
  return deps.withTx(countyId, work, ceremonyTimeout)
}
