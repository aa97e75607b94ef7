import { http, HttpResponse } from 'msw'
import { BulletinQuery, PublishBulletin } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { mayDo } from '../../../county/session/me.ts'
import { bulletinOf } from './bulletins.seed.ts'
import { asked, guarded, sent } from '../guard.ts'
import { onRound } from './on-round.ts'
import { refuse, refuseField } from '../refuse.ts'
import type { RoundRecord } from './rounds.records.ts'
import type { World } from '../world.ts'

/** The bulletin of a round: to everybody once published, as a draft to the leads. */
export const bulletinHandlers = (world: World) => [
  http.get('*/api/v1/rounds/:id/bulletin', ({ params, request }) =>
    onRound(world, params['id'], (round) => asked(request, BulletinQuery, (query) => read(world, round, query))),
  ),
  http.post('*/api/v1/rounds/:id/bulletin', ({ params, request }) =>
    guarded(world, 'bulletin.publish', (me) =>
      onRound(world, params['id'], (round) =>
        sent(request, PublishBulletin, (input) => publish(world, round, input, me)),
      ),
    ),
  ),
]

const versionsOf = ({ rounds }: World, round: RoundRecord) =>
  rounds.bulletins.filter(({ roundId }) => roundId === round.id).toSorted((a, b) => b.version - a.version)

/** Pages to print and Word files are made by the api alone. */
function read(world: World, round: RoundRecord, { format, version, draft }: BulletinQuery) {
  if (format !== 'json') return refuse('not_found')
  const isLead = world.me !== undefined && mayDo(world.me, 'bulletin.publish')
  const versions = versionsOf(world, round)
  const published = version === undefined ? versions[0] : versions.find((each) => each.version === version)
  if (published !== undefined && !(draft === true && isLead)) return HttpResponse.json(published)
  if (!isLead || version !== undefined) return refuse('round.not_published')
  if (round.state !== 'closed') return refuse('bulletin.round_open')
  const unsigned = { state: 'draft', correction: null, signedBy: null, publishedAt: null }
  const body = bulletinOf(world.market, round, world.rounds)
  return HttpResponse.json({ roundId: round.id, version: versions.length + 1, ...unsigned, body })
}

function publish(world: World, round: RoundRecord, { correction }: PublishBulletin, me: SessionView) {
  if (round.state !== 'closed') return refuse('bulletin.round_open')
  const version = versionsOf(world, round).length + 1
  if (version > 1 && correction === undefined) return refuseField('bulletin.correction_needed', 'correction')
  const signed = { state: 'published', signedBy: me.person.alias, publishedAt: new Date().toISOString() } as const
  const body = bulletinOf(world.market, round, world.rounds)
  const made = { roundId: round.id, version, correction: version > 1 ? (correction ?? null) : null, ...signed, body }
  world.rounds.bulletins.push(made)
  return HttpResponse.json(made, { status: 201 })
}
