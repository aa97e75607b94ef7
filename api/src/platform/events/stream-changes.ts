import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../deps.ts'
import type { Change } from './change.ts'

const HEARTBEAT_MS = 20_000
const RECHECK_MS = 30_000
/** A client this far behind is better off asking anew. */
const BACKLOG = 1_000

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** The changes of the actor's county as server-sent events, until the session or the process ends. Errors: rate_limited. */
export function streamChanges(deps: Deps, { actor, request }: { actor: Actor; request: Request }): Response {
  if (request.method === 'HEAD') return new Response(null, { headers })
  const encoder = new TextEncoder()
  let stop: (() => void) | undefined
  const stopOnce = () => {
    const was = stop
    stop = undefined
    was?.()
    return was !== undefined
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const end = () => {
          if (stopOnce()) controller.close()
        }
        const say = (words: string) => {
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(words))
          else end()
        }
        stop = following(deps, { actor, request, say, end })
      },
      cancel: () => void stopOnce(),
    },
    new CountQueuingStrategy({ highWaterMark: BACKLOG }),
  )
  return new Response(body, { headers })
}

interface Following {
  actor: Actor
  request: Request
  say: (words: string) => void
  end: () => void
}

function following(deps: Deps, { actor, request, say, end }: Following): () => void {
  say('retry: 3000\n\n')
  const hear = (changes: readonly Change[]) => {
    if (changes.length > 0) say(changes.map((change) => `data: ${JSON.stringify(change)}\n\n`).join(''))
  }
  const unfollow = deps.changes.follow(actor, { hear, end })
  const heartbeat = setInterval(() => say(':\n\n'), HEARTBEAT_MS)
  const recheck = setInterval(() => void isOver(deps, actor, request).then((over) => over && end()), RECHECK_MS)
  return () => {
    unfollow()
    clearInterval(heartbeat)
    clearInterval(recheck)
  }
}

/** Whether the session this stream was opened with has ended. While the database is away nobody can tell. */
async function isOver(deps: Deps, actor: Actor, request: Request): Promise<boolean> {
  try {
    const signedIn = await deps.accounts.whoIs(request.headers, { fresh: true })
    return signedIn?.actor.personId !== actor.personId
  } catch {
    return false
  }
}
