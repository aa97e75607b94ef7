import { must } from '@dj/shared/platform/assert.ts'
import { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { RetirementPage } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { z } from 'zod'
import type { Past } from './demo-past.ts'
import type { Step } from './demo-steps.ts'
import { type RoundStage, visitsOf } from './demo-visits.ts'
import { visit, type Wanting } from './quarter/quarter-inspections.ts'

const Found = z.object({ items: z.array(FindingView) })

// B orders: each is on the list whatever is drawn, and nothing else is planned for them afterwards.
const overdue = '工业区停车秩序共治'
const nearlyDue = '夜班职工公交接驳'
const fresh = '困难职工结对帮扶'
const leaving = '铜材拆借互助（约5吨）'
const appealed = '铁皮石斛鲜条直播带货'
export const watched: ReadonlySet<string> = new Set([overdue, nearlyDue, fresh, leaving, appealed])

/** A rectification in each light, a retirement in its public notice, and a claimant who does not agree. */
export function procedureSteps(stage: RoundStage, running: NonNullable<Past['rounds']>['running']): Step[] {
  const { client } = stage
  const find = (ago: number, title: string, fate: Wanting): Step => ({
    ago,
    run: async () => void (await findOn(stage, { ago, title, fate })),
  })
  const disagree = async () => {
    const orderId = await findOn(stage, { ago: 2.2, title: appealed })
    return [{ ago: 1, run: () => appeal(stage, orderId) }]
  }
  const approve = async () => {
    const { items } = RetirementPage.parse(await client.as('county2').get('/retirements'))
    const { id } = must(items[0], 'a proposal')
    const reason = '需求方已停产，情况属实，同意公示退出。'
    await client.as('county2').post(`/retirements/${id}/decision`, { decision: 'approve', reason })
  }
  return [
    find(running.overdue, overdue, 'pending'),
    find(running.nearlyDue, nearlyDue, 'pending'),
    find(5, leaving, 'proposed'),
    { ago: 2.5, run: approve },
    { ago: 2.2, run: disagree },
    ...(running.deadlineIsKnown ? [find(2, fresh, 'pending')] : []),
  ]
}

/** Answers the id of the order. */
async function findOn(
  { client, at }: RoundStage,
  found: { ago: number; title: string; fate?: Wanting },
): Promise<string> {
  const visits = await visitsOf(client)
  const { nth: _, ...there } = must(
    visits.find(({ item }) => item.title === found.title),
    found.title,
  )
  await visit(client, there, found.fate, at(found.ago))
  return there.item.orderId
}

async function appeal({ client }: RoundStage, orderId: string): Promise<void> {
  const { items } = Found.parse(await client.as('member10').get(`/orders/${orderId}/findings`))
  const { id } = must(items[0], 'a finding')
  const reason = '检查当天直播设备送修，已补播两场并有销售单据，成效不应按“一般”认定。'
  await client.as('member10').post('/appeals', { subject: 'finding', subjectId: id, reason })
}
