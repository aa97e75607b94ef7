import { http, HttpResponse } from 'msw'
import { z } from 'zod'
import type { Operation } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { AbortRound, CommitSeed, FallBackSeed, RevealSeed } from '@dj/shared/follow/round/round.schema.ts'
import { TypePublicValue } from '@dj/shared/follow/round/round.schema.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import { guarded, sent, type Refusal } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { commit, draw, fallBack, freeze, reveal, typeValue, type On } from './round-ceremony.ts'
import { deal } from './rounds.draw.ts'
import { onRound } from './on-round.ts'
import { refusalsOf } from './rounds.next.ts'
import { targetsOf, toWholeRound } from './rounds.views.ts'
import type { World } from '../world.ts'

/** From the commitments to the close, each by the shared rules. */
export const roundActHandlers = (world: World) => [
  act(world, 'commitment', 'round.commit', CommitSeed, commit),
  act(world, 'freeze', 'round.freeze', Nothing, freeze),
  act(world, 'seed', 'round.reveal', RevealSeed, reveal),
  act(world, 'fallback', 'round.fall_back', FallBackSeed, fallBack),
  act(world, 'public-value', 'round.public_value', TypePublicValue, typeValue),
  act(world, 'draw', 'round.draw', Nothing, draw),
  act(world, 'inspectors', 'round.assign', Nothing, assign),
  act(world, 'close', 'round.close', Nothing, close),
  act(world, 'close/confirmation', 'round.confirm_close', Nothing, confirmClose),
  act(world, 'abort', 'round.abort', AbortRound, abort),
]

const Nothing = z.object({})

const act = <S extends z.ZodType>(
  world: World,
  verb: string,
  operation: Operation,
  body: S,
  apply: (on: On, input: z.output<S>) => Refusal,
) =>
  http.post(`*/api/v1/rounds/:id/${verb}`, ({ params, request }) =>
    guarded(world, operation, (me) =>
      onRound(world, params['id'], (round) =>
        sent(request, body, (input) => {
          const refusal = apply({ world, round, me, at: new Date().toISOString() }, input)
          if (refusal !== undefined) return refuse(refusal)
          round.version += 1
          return HttpResponse.json(toWholeRound(world, round, me))
        }),
      ),
    ),
  )

function assign({ world, round }: On): Refusal {
  const refusal = roundRefusal(round.state, 'assign')
  if (refusal !== undefined) return refusal
  const isInspector = ({ roles }: SessionView) => roles.some(({ role }) => role === 'inspector')
  const inspectors = Object.values(world.accounts).filter(isInspector)
  const targets = targetsOf(world, round.id).filter((target) => target.inspectorIds.length === 0)
  const dealing = { market: world.market, round, inspectors, conflicts: world.rounds.conflicts }
  if (!deal(dealing, targets)) return 'round.too_few_inspectors'
  round.state = 'running'
  return undefined
}

function close({ world, round, me }: On): Refusal {
  const refusal = refusalsOf(world, round, me).close
  if (refusal === undefined) Object.assign(round, { state: 'closing', closingById: me.person.id })
  return refusal
}

function confirmClose({ world, round, me, at }: On): Refusal {
  const refusal = refusalsOf(world, round, me).confirm_close
  if (refusal === undefined) Object.assign(round, { state: 'closed', closedAt: at })
  return refusal
}

function abort({ round, at }: On, { reason }: AbortRound): Refusal {
  const refusal = roundRefusal(round.state, 'abort')
  if (refusal === undefined) Object.assign(round, { state: 'aborted', abortReason: reason, abortedAt: at })
  return refusal
}
