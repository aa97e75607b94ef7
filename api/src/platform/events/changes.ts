import type { Reads } from '@dj/db/connect.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Logger } from 'pino'
import type { Change } from './change.ts'
import { CountyPoller } from './county-poller.ts'

export interface Follower {
  hear(changes: readonly Change[]): void
  /** Nothing more will come. */
  end(): void
}

interface Audience {
  poller: CountyPoller
  followers: Set<Follower>
}

const STREAMS_PER_PERSON = 5

/** Who follows the changes of which county in this process. One poller a county, while anybody listens. */
export class Changes {
  readonly #dbOf: (countyId: string) => Reads
  readonly #log: Logger
  readonly #audiences = new Map<string, Audience>()
  readonly #streams = new Map<string, number>()
  #closed = false

  constructor(dbOf: (countyId: string) => Reads, log: Logger) {
    this.#dbOf = dbOf
    this.#log = log
  }

  /** Begins to follow; what is returned ends it. Errors: rate_limited, service.unavailable. */
  follow({ countyId, personId }: Pick<Actor, 'countyId' | 'personId'>, follower: Follower): () => void {
    if (this.#closed) throw new Refused('service.unavailable')
    const streams = this.#streams.get(personId) ?? 0
    if (streams >= STREAMS_PER_PERSON) throw new Refused('rate_limited')
    this.#streams.set(personId, streams + 1)
    const audience = this.#audiences.get(countyId) ?? this.#open(countyId)
    audience.followers.add(follower)
    follower.hear(audience.poller.recent)
    return () => {
      if (audience.followers.delete(follower)) this.#leave(countyId, personId, audience)
    }
  }

  /** Ends every stream and refuses new ones. */
  close(): void {
    this.#closed = true
    for (const { followers } of this.#audiences.values()) for (const follower of followers) follower.end()
  }

  #open(countyId: string): Audience {
    const followers = new Set<Follower>()
    const tell = (changes: readonly Change[]) => followers.forEach((follower) => follower.hear(changes))
    const audience = { followers, poller: new CountyPoller(this.#dbOf(countyId), countyId, this.#log, tell) }
    this.#audiences.set(countyId, audience)
    return audience
  }

  #leave(countyId: string, personId: string, { followers, poller }: Audience): void {
    const left = (this.#streams.get(personId) ?? 1) - 1
    if (left > 0) this.#streams.set(personId, left)
    else this.#streams.delete(personId)
    if (followers.size > 0) return
    poller.stop()
    this.#audiences.delete(countyId)
  }
}
