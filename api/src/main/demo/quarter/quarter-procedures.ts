import { must } from '@dj/shared/platform/assert.ts'
import { RectificationPage, RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { ObjectionView, RetirementPage, RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import type { DemoClient } from '../demo-client.ts'
import { secretaries } from '../demo-build.ts'
import type { QuarterClock } from './quarter-clock.ts'
import type { Found, Wanting } from './quarter-inspections.ts'

interface Play {
  client: DemoClient
  clock: QuarterClock
  inspectors: readonly string[]
  wanting: readonly Found[]
}

/** Rectified and looked at again: one passes, one fails and is proposed for retirement by that, one is still at it. */
export async function playRectifications({ client, clock, inspectors, wanting }: Play): Promise<void> {
  clock.moveTo('12-01', '09:30')
  const submitted = wanting.filter(({ fate }) => fate === 'passes' || fate === 'fails')
  for (const found of submitted) {
    const secretary = client.as(secretaryOf(found))
    const page = RectificationPage.parse(await secretary.get(`/rectifications?orderId=${found.orderId}`))
    const { id, items } = must(page.items[0], 'a notice')
    for (const { item } of items)
      await secretary.post(`/rectifications/${id}/items`, { item, done: '已补办一次活动，签到表已补齐存档。' })
    await secretary.post(`/rectifications/${id}/submission`)
  }
  clock.moveTo('12-03', '14:00')
  for (const found of submitted) {
    const other = client.as(
      must(
        inspectors.find((each) => each !== found.inspector),
        'another inspector',
      ),
    )
    const page = RectificationPage.parse(await other.get(`/rectifications?orderId=${found.orderId}`))
    const { id } = must(page.items[0], 'a notice')
    RectificationView.parse(await other.post(`/rectifications/${id}/reinspection`, verdict[found.fate]))
  }
}

const passed = { decision: 'pass', effect: 'good', words: '复查属实，活动已补办。' }
const verdict: Record<Wanting, object> = {
  passes: passed,
  fails: { decision: 'fail', effect: 'poor', words: '补办的活动仍无人参加，需求方表示不再需要。' },
  pending: passed,
  proposed: passed,
}

/** Two proposals: one refused by the second person, one approved, objected to, answered and final after its notice. */
export async function playRetirements({ client, clock, wanting }: Play): Promise<void> {
  clock.moveTo('12-04', '10:00')
  const refused = await retirementOf(client, must(fated(wanting, 'proposed'), 'a proposal'))
  const refusal = { decision: 'refuse', reason: '需求方已复工，项目继续。' }
  await client.as('county1').post(`/retirements/${refused.id}/decision`, refusal)
  const failed = must(fated(wanting, 'fails'), 'a failed rectification')
  const { id } = await retirementOf(client, failed)
  const approval = { decision: 'approve', reason: '整改复查未通过，同意退出。' }
  await client.as('county1').post(`/retirements/${id}/decision`, approval)
  clock.moveTo('12-07', '20:10')
  const words = '我们车间还有几位同事想参加，请再考虑。'
  const objection = ObjectionView.parse(await client.as('worker3').post(`/retirements/${id}/objections`, { words }))
  clock.moveTo('12-08', '11:00')
  const answer = { answer: '已把这几位同事的需求转回征集，由相近项目优先安排。' }
  await client.as('county2').post(`/retirements/${id}/objections/${objection.id}/answer`, answer)
  clock.moveTo('12-14', '09:30')
  const final = RetirementView.parse(await client.as('county2').post(`/retirements/${id}/finalisation`))
  if (final.state !== 'final') throw new Error(`demo: the retirement is ${final.state}`)
}

const fated = (wanting: readonly Found[], fate: Wanting) => wanting.find((found) => found.fate === fate)
const secretaryOf = ({ town }: Found): string => must(secretaries[town ?? ''], `a secretary of ${town}`)

async function retirementOf(client: DemoClient, { orderId }: Found) {
  const page = RetirementPage.parse(await client.as('county1').get(`/retirements?orderId=${orderId}`))
  return must(page.items[0], 'a retirement')
}
