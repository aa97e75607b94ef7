import { createHash } from 'node:crypto'
import { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import type { Person, Reply, World } from './world.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const seeds = [sha256('the first holder rolled dice'), sha256('the second holder rolled dice')] as const

/** Everybody a round needs, each somebody else. */
export interface Team {
  lead: Person
  second: Person
  drawer: Person
  holders: readonly [Person, Person]
}

export async function aTeam(world: World): Promise<Team> {
  const [lead, second, drawer, first, other] = await Promise.all([
    world.aCountyOrganizer(),
    world.aCountyOrganizer(),
    world.aCountyOrganizer(),
    world.aMember(),
    world.aMember(),
  ])
  return { lead, second, drawer, holders: [first, other] }
}

export const plan = ({ holders }: Team) => ({
  quarter: '2026Q4',
  dueOn: '2026-12-31',
  seedHolderIds: holders.map((holder) => holder.id),
  publicValueSource: '2026年11月22日双色球开奖号码',
  publicValueNotation: '## ## ## ## ## ## + ##',
  publicValueOn: '2026-11-22',
})

/** Plays one round through the api, step by step; every step must succeed. */
export class Ceremony {
  readonly world: World
  readonly team: Team
  readonly id: string

  constructor(world: World, team: Team, id: string) {
    this.world = world
    this.team = team
    this.id = id
  }

  static async open(world: World, team?: Team): Promise<Ceremony> {
    const people = team ?? (await aTeam(world))
    const round = (await world.as(people.lead).post('/rounds', plan(people))).as(RoundView)
    return new Ceremony(world, people, round.id)
  }

  act = (who: Person, verb: string, body: object = {}): Promise<Reply> =>
    this.world.as(who).post(`/rounds/${this.id}/${verb}`, body)

  async #done(who: Person, verb: string, body: object = {}): Promise<this> {
    ;(await this.act(who, verb, body)).as(RoundView)
    return this
  }

  async read(who: Person = this.team.lead): Promise<RoundView> {
    return (await this.world.as(who).get(`/rounds/${this.id}`)).as(RoundView)
  }

  async commit(): Promise<this> {
    for (const i of [0, 1] as const)
      await this.#done(this.team.holders[i], 'commitment', { commitment: sha256(seeds[i]) })
    return this
  }
  /** With somebody who may inspect: without anybody nothing is frozen. */
  async freeze(): Promise<this> {
    const [someone] = await this.world.deps.db.execute("select from role_grant where role = 'inspector'")
    if (!someone) await this.world.anInspector()
    return this.#done(this.team.lead, 'freeze')
  }
  /** On the day of the public value both holders reveal, and the value is typed in. */
  async reveal(): Promise<this> {
    this.world.clock.set('2026-11-22T14:00:00Z')
    for (const i of [0, 1] as const) await this.#done(this.team.holders[i], 'seed', { seed: seeds[i] })
    return this.#done(this.team.lead, 'public-value', { value: '03 07 11 22 28 31 + 09' })
  }
  draw = () => this.#done(this.team.drawer, 'draw')
  assign = () => this.#done(this.team.lead, 'inspectors')
  async close(): Promise<this> {
    await this.#done(this.team.lead, 'close')
    return this.#done(this.team.second, 'close/confirmation')
  }

  async toFrozen(): Promise<this> {
    await this.commit()
    return this.freeze()
  }
  async toDrawn(): Promise<this> {
    await this.toFrozen()
    await this.reveal()
    return this.draw()
  }

  /** One asks to excuse the order, another agrees. */
  async excuse(orderId: string): Promise<void> {
    await this.act(this.team.lead, `targets/${orderId}/excuse`, { reason: '项目现场已停工' })
    await this.act(this.team.second, `targets/${orderId}/excuse/decision`, { decision: 'excuse' })
  }
}

export const [firstSeed, secondSeed] = seeds

interface Held extends Record<string, unknown> {
  order_id: string
  slot: number
  nth: number
  inspector_id: string
  end_reason: string | null
}
/** Who holds or held which slot. */
export const assignments = (world: World) =>
  world.deps.db.execute<Held>(
    'select order_id, slot, nth, inspector_id, end_reason from assignment order by order_id, slot, nth',
  )
/** The orders that are this person's to check now. */
export const heldBy = async (world: World, person: { id: string }) =>
  (await assignments(world))
    .filter((row) => row.inspector_id === person.id && row.end_reason === null)
    .map((row) => row.order_id)
