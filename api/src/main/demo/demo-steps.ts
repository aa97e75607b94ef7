import type { DemoClient } from './demo-client.ts'
import type { DemoOrder } from './demo-orders.ts'

/** Something a user does, so many days before now. */
export interface Step {
  ago: number
  /** What follows from it, if anything: dated no earlier than itself. */
  run(): Promise<readonly Step[] | void>
}

export interface Stage {
  client: DemoClient
  organizationId(name: string): string
  /** The town in which an organization lies. */
  townOf(name: string): string
  personId(username: string): string
}

/** An order being played: its id, and the receipt codes of the needs behind it. */
export interface Played {
  order: DemoOrder
  orderId: string
  receipts: readonly string[]
}

const words = {
  progress: ['已电话联系需求方，约定上门时间。', '已到现场了解情况，正在协调。', '第一次活动已办，反响不错。'],
  delivery: '已按验收标准办完，现场与需求方核对过。',
  solved: '办得很好，感谢。',
}

const idOf = (reply: unknown): string => {
  const id: unknown = typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'id') : undefined
  if (typeof id !== 'string') throw new Error('demo: a reply without id')
  return id
}

/** What happens to an order after it was published, as dated steps. */
export function stepsOf({ client, organizationId, personId }: Stage, played: Played): Step[] {
  const { order, orderId, receipts } = played
  const { fate } = order
  const claims = new Map<string, string>()
  const claim =
    (by: string, body: unknown = {}) =>
    async () => {
      claims.set(by, idOf(await client.as(by).post(`/orders/${orderId}/claims`, body)))
    }
  const report = (by: string, share: number) => async () => {
    const text = words.progress[share % words.progress.length]
    await client.as(by).post(`/claims/${claims.get(by)}/progress`, { share, words: text, hours: 2 })
  }
  let deliveryId = ''
  const deliver = (by: string) => async () => {
    const body = { words: words.delivery, hours: 6 }
    deliveryId = idOf(await client.as(by).post(`/claims/${claims.get(by)}/deliveries`, body))
  }
  const answer = (value: 'solved' | 'partly', say: string) => async () => {
    const body = { answer: value, words: say, receiptCode: receipts[0] }
    await client.as(null).post(`/deliveries/${deliveryId}/answer`, body)
  }
  switch (fate.kind) {
    case 'draft':
    case 'open':
    case 'discarded':
      return []
    case 'taken': {
      const reported =
        fate.reportedAgo === undefined ? [] : [{ ago: fate.reportedAgo, run: report(fate.by[0] ?? '', 40) }]
      return [...fate.by.map((by, i) => ({ ago: fate.ago - i * 0.2, run: claim(by) })), ...reported]
    }
    case 'collective': {
      const participantIds = (fate.participants ?? []).map(personId)
      const take = claim(fate.by, { organizationId: organizationId(fate.organization), participantIds })
      const confirm = (fate.participants ?? []).slice(0, 1).map((by) => ({
        ago: fate.ago - 0.5,
        run: async () => {
          await client.as(by).post(`/claims/${claims.get(fate.by)}/participation`, { answer: 'confirm' })
        },
      }))
      const reported = fate.ago < 20 ? [{ ago: fate.ago / 2, run: report(fate.by, 30) }] : []
      return [{ ago: fate.ago, run: take }, ...confirm, ...reported]
    }
    case 'requested':
      return [{ ago: 0.6, run: claim(fate.by) }]
    case 'delivered':
    case 'silent':
      return [
        { ago: fate.ago + 2, run: claim(fate.by) },
        { ago: fate.ago + 1, run: report(fate.by, 60) },
        { ago: fate.kind === 'silent' ? 11 : fate.ago, run: deliver(fate.by) },
      ]
    case 'partly':
      return [
        { ago: fate.ago, run: claim(fate.by) },
        { ago: fate.ago - 3, run: deliver(fate.by) },
        { ago: fate.ago - 4, run: answer('partly', '还差两次课，请补上。') },
      ]
    case 'closed':
      return [
        { ago: fate.ago, run: claim(fate.by) },
        { ago: fate.ago - 2, run: report(fate.by, 50) },
        { ago: fate.ago - 4, run: deliver(fate.by) },
        { ago: fate.ago - 5, run: answer('solved', words.solved) },
        { ago: fate.ago - 6, run: rate(client, played, fate.rated, fate.raters ?? []) },
      ]
  }
}

/** The requester rates by receipt code; people of the owning organization rate signed in. */
function rate(client: DemoClient, { orderId, receipts }: Played, grades: readonly number[], raters: readonly string[]) {
  const [attitude, speed, result] = grades
  return async () => {
    await client.as(null).post(`/orders/${orderId}/ratings`, { attitude, speed, result, receiptCode: receipts[0] })
    for (const [i, rater] of raters.entries()) {
      const own = { attitude, speed: i % 3 === 0 ? 4 : speed, result: i % 4 === 3 ? 3 : result }
      await client.as(rater).post(`/orders/${orderId}/ratings`, own)
    }
  }
}
