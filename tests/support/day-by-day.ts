import { jobs } from '@dj/api/main/jobs/jobs.ts'
import { runJob } from '@dj/api/main/jobs/run-job.ts'
import { refusalsOf } from '@dj/api/main/openapi/refusals.ts'
import { routes } from '@dj/api/main/routes.ts'
import type { Route } from '@dj/api/platform/http/spec.ts'
import { Role } from '@dj/shared/county/people/role.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { type Actor, mayAnywhere } from '@dj/shared/policy.ts'
import { addressOf } from '../policy/addresses.ts'
import { nowhere, someone } from '../policy/stage.ts'
import { buildThing, thingKinds } from '../policy/things.ts'
import type { Client, Person, Reply, World } from './world.ts'

export interface Caller {
  role: Role
  person: Person
  actor: Actor
  client: Client
}

/** What is there to be asked about, by the first word of its path. */
export type Ids = Readonly<Record<string, string>>

/** Signing in or out ends the session that everything else is asked with; a stream has no end. */
const apart = new Set(['session.create', 'session.delete', 'events.stream'])
/** Each starts a thread of its own to read or write a file: once a week is enough of that. */
const weekly = new Set(['need.import', 'need.export', 'need.template', 'log.export'])
const isDue = ({ spec }: Route, turn: number) => turn % 7 === 0 || !weekly.has(spec.operation)
const asked = routes.filter(({ spec }) => !apart.has(spec.operation))
const reads = asked.filter(({ spec }) => spec.method === 'get')
const acts = asked.filter(({ spec }) => spec.method !== 'get')

/** Somebody of every role. */
export const everybody = (world: World): Promise<Caller[]> =>
  Promise.all(
    Role.options.map(async (role) => {
      const { person, actor } = await someone(world, role)
      return { role, person, actor, client: world.as(person) }
    }),
  )

/** Of every kind something on which every act is refused, so that it can be tried every day. */
export async function settledThings(world: World): Promise<Ids> {
  const where = { at: world.county.branches[0], whose: await world.aMember(), another: await world.aMember() }
  const built = await Promise.all(thingKinds.map(async (kind) => [kind, (await buildThing(world, kind, where)).id]))
  return Object.fromEntries(built)
}

const nounOf = ({ spec }: Route): string => spec.path.split('/')[1] ?? ''

function callOf(route: Route, client: Client, ids: Ids): Promise<Reply> {
  const { on = [], call } = addressOf(route.spec.operation)
  const id = ids[nounOf(route)] ?? on.map((kind) => ids[kind]).find((each) => each !== undefined)
  return call(client, { id: id ?? nowhere })
}

/** Who reads what: everything that somebody of a role is shown. */
export interface Reading {
  route: Route
  readers: Caller[]
}

/** Every read of the document, with those who are shown something today; and the operations nobody is shown. */
export async function readings(people: readonly Caller[], ids: Ids): Promise<{ shown: Reading[]; hidden: string[] }> {
  const tried = await Promise.all(
    reads.map(async (route) => {
      const able = people.filter(({ actor }) => route.open || mayAnywhere(route.spec.operation, actor))
      const replies = await Promise.all(able.map(({ client }) => callOf(route, client, ids)))
      return { route, readers: able.filter((_, i) => replies[i]?.status === 200) }
    }),
  )
  return {
    shown: tried.filter(({ readers }) => readers.length > 0),
    hidden: tried.filter(({ readers }) => readers.length === 0).map(({ route }) => route.spec.operation),
  }
}

/** What failed on one day, in words; nothing on a good day. */
export class Day {
  readonly faults: string[] = []
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  note(what: string, { status, code }: Pick<Reply, 'status' | 'code'>): void {
    this.faults.push(`${this.#name} ${what}: ${status} ${code ?? ''}`.trim())
  }

  /** A read by one of its readers in turn, or by a third of them. */
  async read({ route, readers }: Reading, ids: Ids, turn: number, byMany: boolean): Promise<void> {
    if (!isDue(route, turn)) return
    const one = turn % readers.length
    const now = readers.filter((_, n) => n === one || (byMany && n % 3 === turn % 3))
    await Promise.all(
      now.map(async ({ role, client }) => {
        const reply = await callOf(route, client, ids)
        if (reply.status !== 200) this.note(`${route.spec.operation} by ${role}`, reply)
      }),
    )
  }

  /** Every act of the document that is due, by somebody whose role may: it is refused in a word that the document knows. */
  async act(people: readonly Caller[], ids: Ids, turn: number): Promise<void> {
    const due = acts.filter((route) => isDue(route, turn))
    await Promise.all(
      due.map(async (route) => {
        const { operation } = route.spec
        const able = people.find(({ actor }) => mayAnywhere(operation, actor)) ?? people[0]
        const reply = await callOf(route, must(able, 'somebody').client, ids)
        const known = reply.code === undefined || refusalsOf(route).some((code) => code === reply.code)
        if (reply.status >= 500 || !known) this.note(operation, reply)
      }),
    )
  }

  /** What must be done: answered 201, or 200. */
  async must(what: string, reply: Promise<Reply>): Promise<Reply> {
    const answer = await reply
    if (answer.status !== 200 && answer.status !== 201) this.note(what, answer)
    return answer
  }

  async work({ deps }: World): Promise<void> {
    const quiet = Object.assign(Object.create(deps.log), { info: () => undefined, warn: () => undefined })
    for (const job of jobs) {
      const failed = await runJob({ ...deps, log: quiet }, job).then(
        () => false,
        () => true,
      )
      if (failed) this.note(`job ${job.name}`, { status: 500, code: undefined })
    }
  }
}
