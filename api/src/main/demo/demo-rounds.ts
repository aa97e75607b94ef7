import { randomBytes } from 'node:crypto'
import { digest } from '@dj/db/digest.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import type { Past, PastRound } from './demo-past.ts'
import { procedureSteps, watched } from './demo-procedures.ts'
import type { Stage, Step } from './demo-steps.ts'
import { type RoundStage, visitAll } from './demo-visits.ts'

// Neither draws nor types in the value.
const holders = ['auditadmin1', 'town1']

/** Last quarter's round, closed and reported; and the one that is going on, with something in every stage. */
export function roundSteps(stage: RoundStage, { closed, running }: NonNullable<Past['rounds']>): Step[] {
  const over = (round: string): Step[] => [
    { ago: closed.inspected, run: () => visitAll(stage, closed.inspected, () => true) },
    { ago: closed.closing, run: async () => void (await stage.client.as('county1').post(`${round}/close`)) },
    {
      ago: closed.published,
      run: async () => {
        await stage.client.as('county2').post(`${round}/close/confirmation`)
        await stage.seal()
        await stage.client.as('county1').post(`${round}/bulletin`)
      },
    },
  ]
  const underWay = () => [
    ...[12, 8, 4].map((ago, nth) => ({
      ago,
      run: () => visitAll(stage, ago, (item, i) => i % 5 === nth && !watched.has(item.title)),
    })),
    ...procedureSteps(stage, running),
  ]
  return [...ceremony(stage, closed, over), ...ceremony(stage, running, underWay)]
}

/** Planned, committed to, frozen, drawn and dealt; then what comes of it. */
function ceremony({ client, personId }: Stage, dates: PastRound, then: (round: string) => Step[]): Step[] {
  const seeds = holders.map(() => randomBytes(32).toString('hex'))
  const { quarter, dueOn, publicValueOn } = dates
  const open = async (): Promise<Step[]> => {
    const publicValueSource = `${publicValueOn}双色球开奖号码`
    const value = { publicValueSource, publicValueOn, publicValueNotation: '## ## ## ## ## ## + ##' }
    const plan = { quarter, dueOn, ...value, seedHolderIds: holders.map(personId) }
    const round = `/rounds/${RoundView.parse(await client.as('county1').post('/rounds', plan)).id}`
    const act = (who: string, what: string, body: object = {}) => client.as(who).post(`${round}/${what}`, body)
    const each = async (what: string, body: (seed: string) => object) => {
      for (const [i, holder] of holders.entries()) await act(holder, what, body(must(seeds[i], 'a seed')))
    }
    const deal = async () => {
      await act('county1', 'draw')
      await act('county1', 'inspectors')
    }
    const reveal = async () => {
      await act('county2', 'public-value', { value: '03 11 17 22 28 31 + 09' })
      await each('seed', (seed) => ({ seed }))
    }
    return [
      { ago: dates.committed, run: () => each('commitment', (seed) => ({ commitment: digest(seed) })) },
      { ago: dates.frozen, run: async () => void (await act('county1', 'freeze')) },
      { ago: dates.value, run: reveal },
      { ago: dates.drawn, run: deal },
      ...then(round),
    ]
  }
  return [{ ago: dates.opened, run: open }]
}
