import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { findCountyOfRound, type PublishedRound } from '@dj/db/queries/follow/rounds.ts'
import { abortedRounds, seedsOf } from '@dj/db/queries/follow/rounds.ts'
import { dealsOf } from '@dj/db/queries/follow/deals.ts'
import { drawnOrders } from '@dj/db/queries/follow/rounds-draw.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { Refused } from '@dj/shared/problem.ts'
import { drawAlgorithms } from '@dj/shared/follow/round/draw.rules.ts'
import type { BundleQuery, DrawBundle } from '@dj/shared/follow/round/round.schema.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { type Deps, inCounty } from '../../platform/deps.ts'
import { framePages } from './freeze-round.ts'

type Bundle = Sent<typeof DrawBundle>
type Part = BundleQuery['part']

/** What anybody needs to compute the draw again: the bundle once its round is closed, the program for it, and test vectors. */
export async function readBundle(deps: Deps, { roundId, part }: { roundId: string; part: Part }): Promise<Response> {
  const round = await findCountyOfRound(deps.db, roundId)
  if (!round) throw new Refused('not_found')
  if (part === 'verifier') return fileReply('verify-draw.mjs', 'text/javascript; charset=utf-8')
  if (part === 'vectors') return fileReply('test-vectors.json', 'application/json')
  // Before the close it would tell everybody which C orders are still to be visited. (domain §8)
  if (round.state !== 'closed') throw new Refused('round.not_published')
  const there = inCounty(deps, round.countyId)
  const text = bundleText(there, round, await outsideFrame(there, round))
  return reply(streamOf(text), 'application/json', 'bundle.json')
}

/** Made as it is read: nobody holds the whole of a large county's frame. */
function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await text.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await text.return(undefined)),
  })
}

type Outside = readonly [before: Omit<Bundle, 'frame' | 'digest' | keyof After>, after: After]
type After = Pick<Bundle, 'sample' | 'targeted' | 'deals' | 'aborted'>

/** The JSON text, the frame in pages; its last field is the SHA-256 of everything before it, closed by a brace. */
async function* bundleText(
  deps: Deps,
  { countyId, id }: PublishedRound,
  [before, after]: Outside,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const said = (text: string) => {
    hash.update(text)
    return text
  }
  yield said(`${JSON.stringify(before).slice(0, -1)},"frame":[`)
  let first = true
  for await (const page of framePages(deps.db, countyId, id)) {
    const lines = page.map((entry) => JSON.stringify(entry)).join(',')
    yield said(first ? lines : `,${lines}`)
    first = false
  }
  yield said(`],${JSON.stringify(after).slice(1, -1)}`)
  yield `,"digest":"${hash.update('}').digest('hex')}"}`
}

async function outsideFrame(deps: Deps, round: PublishedRound): Promise<Outside> {
  const { countyId, id: roundId, county } = round
  const [seeds, drawn, deals, aborted] = await Promise.all([
    seedsOf(deps.db, countyId, [roundId]),
    drawnOrders(deps.db, { countyId, roundId }),
    round.pool ? dealsOf(deps.db, { countyId, roundId }) : null,
    abortedRounds(deps.db, countyId, round.quarter),
  ])
  return [{ ...planOf(round, county), ...secretsOf(round, seeds) }, resultOf(drawn, deals, aborted)]
}

function planOf(round: PublishedRound, county: string) {
  const { id: roundId, countyId, quarter, minimum } = round
  const format = formatOf(round)
  return {
    format,
    county: { id: countyId, name: county },
    ...{ roundId, quarter },
    algorithm: drawAlgorithms[format],
    rate: Number(round.rate),
    minimum,
  }
}

/** A draw that was published stays as it was, byte for byte: what it knew nothing of is not in it. */
const formatOf = ({ publicValueNotation, poolHash }: PublishedRound): Bundle['format'] =>
  publicValueNotation === null && poolHash === null ? 'dangjian-draw/1' : 'dangjian-draw/2'

function secretsOf(round: PublishedRound, seeds: Awaited<ReturnType<typeof seedsOf>>) {
  const pair = <T>(of: (seed: (typeof seeds)[number]) => T | null): [T, T] => {
    const [one, two] = seeds.map((seed) => must(of(seed), 'both seeds'))
    return [must(one, 'seed 1'), must(two, 'seed 2')]
  }
  const late = seeds.flatMap(({ position, fallbackReason: reason }) => (reason === null ? [] : [{ position, reason }]))
  return {
    commitments: pair((seed) => seed.commitment),
    committedAt: pair((seed) => seed.committedAt && wireInstant(seed.committedAt)),
    frozenAt: must(round.frozenAt, 'the freeze').toISOString(),
    frameHash: must(round.frameHash, 'the hash'),
    ...(round.pool && { poolHash: must(round.poolHash, 'the hash'), pool: round.pool }),
    publicValue: {
      source: round.publicValueSource,
      announcedAt: round.openedAt.toISOString(),
      on: round.publicValueOn,
      ...(formatOf(round) === 'dangjian-draw/1' ? {} : { notation: round.publicValueNotation }),
      value: must(round.publicValue, 'the value'),
      typedAt: must(round.publicValueAt, 'the value').toISOString(),
    },
    seeds: pair((seed) => seed.seed),
    withheld: late,
  }
}

function resultOf(
  drawn: Awaited<ReturnType<typeof drawnOrders>>,
  deals: Awaited<ReturnType<typeof dealsOf>> | null,
  aborted: Awaited<ReturnType<typeof abortedRounds>>,
): After {
  const sampled = Map.groupBy(
    drawn.filter(({ basis }) => basis === 'sample'),
    ({ town }) => town,
  )
  return {
    sample: Object.fromEntries([...sampled].map(([town, rows]) => [town, rows.map((row) => row.order_id)])),
    targeted: drawn.filter(({ basis }) => basis === 'targeted').map((row) => row.order_id),
    ...(deals && { deals: deals.map((deal) => ({ ...deal, at: wireInstant(deal.at) })) }),
    aborted: aborted.map(({ id, abortReason, abortedAt }) => ({
      roundId: id,
      reason: abortReason ?? '',
      at: must(abortedAt, 'when it was aborted').toISOString(),
    })),
  }
}

async function fileReply(name: 'verify-draw.mjs' | 'test-vectors.json', type: string): Promise<Response> {
  return reply(await readFile(new URL(`verify/${name}`, import.meta.url)), type, name)
}

function reply(body: BodyInit, type: string, name: string): Response {
  const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
  return new Response(body, { headers: { ...headers, 'cache-control': 'no-store' } })
}
