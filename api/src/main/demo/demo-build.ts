import { readFile } from 'node:fs/promises'
import { must } from '@dj/shared/platform/assert.ts'
import { ImportReport } from '@dj/shared/collect/need/import.schema.ts'
import { NeedReceipt, ReceiptReplaced } from '@dj/shared/collect/need/need.schema.ts'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { type DemoOrder, demoOrders, freshDraft, freshNeeds, settledNeeds } from './demo-orders.ts'
import { type Stage, type Step, stepsOf } from './demo-steps.ts'
import { talkSteps } from './demo-talk.ts'

const file = 'needs-2026Q4.xlsx'
/** Who leads the organizations of a town. */
export const secretaries: Record<string, string> = {
  柳市镇: 'secretary1',
  虹桥镇: 'secretary2',
  北白象镇: 'secretary3',
  大荆镇: 'secretary4',
  乐成街道: 'secretary5',
}

/** Imports the demo workbook as a county organizer does: looked at first, then applied. What follows is built from its needs. */
export function importStep(stage: Stage, ago: number): Step {
  return {
    ago,
    run: async () => {
      const bytes = await readFile(new URL(`./data/${file}`, import.meta.url))
      const county = stage.client.as('county1')
      const upload = (dryRun: boolean) => county.upload(`/needs/import?dryRun=${dryRun}`, new File([bytes], file))
      ImportReport.parse(await upload(true))
      const { rows } = ImportReport.parse(await upload(false))
      const needs = new Map(rows.map((row) => [`${row.sheet}!${row.row}`, must(row.needId, row.key)]))
      return [
        ...settleSteps(stage, needs, ago - 1),
        ...demoOrders.fromWorkbook.map((order, i) =>
          buildStep(stage, order, workbookNeeds(stage, order, needs), builtAgo(order, ago) - i / 100),
        ),
      ]
    },
  }
}

/** What waits for its first claimant, or to be published, was built later. */
const builtAgo = ({ tier, fate: { kind } }: DemoOrder, ago: number): number =>
  kind === 'draft' || (tier === 'C' && kind === 'open') ? Math.min(ago - 2, 20) : ago - 2

/** Older needs came by the hotline, one call each. */
export const hotlineSteps = (stage: Stage, ago: number): Step[] =>
  demoOrders.fromHotline.map((order, i) => buildStep(stage, order, hotlineNeed(stage, order), ago - i / 100))

/** What came in over the last days, and the draft somebody has begun from it. */
export function freshSteps(stage: Stage): Step[] {
  const ids: string[] = []
  const raise = freshNeeds.map(({ by, ago, ...need }, i) => ({
    ago,
    run: async () => {
      ids[i] = NeedReceipt.parse(await stage.client.as(by).post('/needs', need)).need.id
    },
  }))
  const { from, owner, by, title, ago } = freshDraft
  const draft = async () => {
    const order = {
      tier: 'C',
      owner,
      title,
      acceptance: '每天放学后有人照看到下班',
      category: 'care',
      needs: '',
      fate: { kind: 'draft' },
    } as const
    const needIds = from.map((index) => must(ids[index], title))
    const body = {
      ...bodyOf(order),
      ask: `${title}，每个工作日 16:30 至 18:30。`,
      ownerOrganizationId: stage.organizationId(owner),
      needIds,
    }
    await stage.client.as(by).post('/orders', body)
  }
  return [...raise, { ago, run: draft }]
}

interface Voice {
  id: string
  receipt: string
}

/** Whoever asks about an imported need gets a code from the hotline, which has no hand in the order. */
const workbookNeeds =
  (stage: Stage, order: DemoOrder, needs: ReadonlyMap<string, string>) => async (): Promise<Voice[]> => {
    const keys = typeof order.needs === 'string' ? [] : order.needs.map(([sheet, row]) => `${sheet}!${row}`)
    return Promise.all(
      keys.map(async (key) => {
        const id = must(needs.get(key), key)
        const reply = await stage.client
          .as('operator1')
          .post(`/needs/${id}/receipt-code`, { reason: '来电核对单位和事由后补发' })
        return { id, receipt: ReceiptReplaced.parse(reply).receiptCode }
      }),
    )
  }

const hotlineNeed = (stage: Stage, order: DemoOrder) => async (): Promise<Voice[]> => {
  const { need, receiptCode } = NeedReceipt.parse(
    await stage.client.as('operator1').post('/needs', {
      body: order.needs,
      category: order.category,
      channel: 'hotline',
      requesterKind: 'enterprise',
      requesterName: '来电企业',
      organizationId: stage.organizationId(order.owner),
    }),
  )
  return [{ id: need.id, receipt: must(receiptCode, 'the code the hotline reads out') }]
}

function buildStep(stage: Stage, order: DemoOrder, voices: () => Promise<Voice[]>, ago: number): Step {
  const { client, organizationId } = stage
  return {
    ago,
    run: async () => {
      const needs = await voices()
      const [author, publisher] = writersOf(stage, order)
      const body = {
        ...bodyOf(order),
        ownerOrganizationId: organizationId(order.owner),
        needIds: needs.map(({ id }) => id),
      }
      const { id: orderId } = OrderView.parse(await client.as(author).post('/orders', body))
      if (order.fate.kind === 'draft') return []
      const publish = async () => {
        await client.as(publisher).post(`/orders/${orderId}/publish`)
        const played = { order, orderId, receipts: needs.map(({ receipt }) => receipt) }
        return [...stepsOf(stage, played), ...talkSteps(stage, played)]
      }
      return [{ ago: ago - 0.8, run: publish }]
    },
  }
}

/** Who builds and who publishes: A and B need two. */
function writersOf({ townOf }: Stage, { tier, owner }: DemoOrder): readonly [author: string, publisher: string] {
  if (tier === 'A') return ['county1', 'county2']
  if (tier === 'B') return owner === '柳市镇' ? ['town1', 'county1'] : ['county1', 'county2']
  const secretary = must(secretaries[townOf(owner)], owner)
  return [secretary, secretary]
}

function bodyOf(order: DemoOrder) {
  const {
    tier,
    title,
    acceptance,
    category,
    mode = 'either',
    places = 1,
    skills = [],
    location = null,
    confirm,
    standing,
  } = order
  return {
    tier,
    tierReason: { A: '需求来自多个镇街，全县适用', B: '需求来自本镇街多家企业', C: '本组织范围内可以办理' }[tier],
    title,
    ask:
      typeof order.needs === 'string'
        ? order.needs
        : `${title}。具体情况见来源需求，认领后请先与需求方联系，商定时间和做法。`,
    acceptance,
    beneficiaries: { A: '全县相关企业和职工', B: '本镇街企业和职工', C: '本组织覆盖的企业、党员和职工' }[tier],
    category,
    mode,
    places,
    skills,
    location,
    confirmRequired: confirm ?? false,
    standing: standing ?? false,
  }
}

function settleSteps({ client }: Stage, needs: ReadonlyMap<string, string>, ago: number): Step[] {
  return settledNeeds.map(({ need, by, ...settled }) => ({
    ago,
    run: async () => {
      const id = must(needs.get(need.join('!')), need.join('!'))
      if ('answer' in settled) await client.as(by).post(`/needs/${id}/answer`, { answer: settled.answer })
      else await client.as(by).post(`/needs/${id}/decline`, { reason: settled.decline })
    },
  }))
}
