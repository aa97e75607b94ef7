import { must } from '@dj/shared/platform/assert.ts'
import type { Logger } from 'pino'
import type { createApp } from '../app.ts'
import { sweepClaims } from '../../claim/claims/sweep-claims.ts'
import { type Deps, inCounty } from '../../platform/deps.ts'
import { sealEvents } from '../../platform/seal/seal-events.ts'
import { defaultSettings } from '@dj/shared/county/settings/settings.schema.ts'
import { createCounty } from '../../meet/setup/create-county.ts'
import { knownDivisions } from '../../meet/setup/divisions.ts'
import { freshSteps, hotlineSteps, importStep } from './demo-build.ts'
import { DemoClient } from './demo-client.ts'
import { SeedClock } from './seed-clock.ts'
import { addPeople, type People } from './demo-people.ts'
import { pastOf, withoutRounds } from './demo-past.ts'
import { addPlaces, type Places } from './demo-places.ts'
import { roundSteps } from './demo-rounds.ts'
import type { Stage, Step } from './demo-steps.ts'

const countyId = '330382'
const bulletin = {
  ...defaultSettings.bulletin,
  mark: '乐组通',
  copies: ['市委办公室', '市人大常委会办公室', '市政府办公室'],
}
const settings = { ...defaultSettings, bulletin }

export interface Opened {
  app: ReturnType<typeof createApp>
  deps: Deps
  end(): Promise<void>
}
interface Input {
  /** The whole app on the database to fill, going by this clock. */
  open(clock: () => Date): Promise<Opened>
  password: string
  log: Logger
  /** The last moment of its past. */
  until: Date
  /** Whether it has been through a quarter's round, and is in the next. */
  rounds?: boolean
}

/** Fills an empty installation with the demo county: places and people directly, everything else as a user through the api. */
export async function seedDemo({ open, password, log, until, rounds = true }: Input): Promise<void> {
  const startedAt = performance.now()
  const past = rounds ? pastOf(until) : withoutRounds
  const clock = new SeedClock(until, past.begins)
  const { app, deps, end } = await open(clock.now)
  try {
    const county = await addCounty(deps, await deps.accounts.hashPassword(password))
    const stage = stageOf(new DemoClient(app, password), county)
    const everyday = [...hotlineSteps(stage, past.hotline), importStep(stage, past.imported), ...freshSteps(stage)]
    const roundStage = { ...stage, at: clock.before, seal: () => sealEvents(deps, countyId) }
    const inspections = past.rounds ? roundSteps(roundStage, past.rounds) : []
    const steps = await play([...everyday, ...inspections, sweepStep(deps)], clock)
    log.info({ ms: Math.round(performance.now() - startedAt), steps }, 'demo county seeded')
  } finally {
    await end()
  }
}

interface Inhabited {
  places: Places
  people: People
}

async function addCounty(deps: Deps, passwordHash: string): Promise<Inhabited> {
  const { name, towns } = must(
    (await knownDivisions()).find((county) => county.id === countyId),
    countyId,
  )
  return deps.withTx(countyId, async (tx, at) => {
    const { root, towns: nodes } = await createCounty(tx, { id: countyId, name, demo: true, towns, settings }, at)
    const places = await addPlaces(tx, countyId, [root, ...nodes], at)
    return { places, people: await addPeople(tx, countyId, places, passwordHash, at) }
  })
}

function stageOf(client: DemoClient, { places, people }: Inhabited): Stage {
  const towns = new Map([...places.values()].map((place) => [place.id, place.name]))
  const place = (name: string) => must(places.get(name), name)
  return {
    client,
    organizationId: (name) => place(name).id,
    townOf: (name) => must(towns.get(place(name).townId ?? ''), name),
    personId: (username) => must(people.get(username), username),
  }
}

const sweepStep = (deps: Deps): Step => ({
  ago: 0.5,
  run: async () => {
    await sweepClaims(inCounty(deps, countyId), countyId)
  },
})

/** Plays the steps in the order of their days; a step may add later ones. Answers how many there were. */
async function play(first: readonly Step[], clock: SeedClock): Promise<number> {
  const waiting = [...first]
  for (let played = 0; ; played += 1) {
    waiting.sort((a, b) => b.ago - a.ago)
    const next = waiting.shift()
    if (!next) return played
    clock.moveTo(next.ago)
    waiting.push(...((await next.run()) ?? []))
  }
}
