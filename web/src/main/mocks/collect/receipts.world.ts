import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`
const need = {
  county: { id: '330382', name: '乐清市' },
  requesterKind: 'worker',
  receivedAt: '2026-11-02T01:20:00.000Z',
  respondBy: '2026-11-04T16:00:00.000Z',
  answer: null,
  declineReason: null,
  mayReopen: false,
}
const event = (at: string, kind: string, who: string | null, data: object = {}) => ({
  ...{ id: id(Number(at.replaceAll(/\D/g, '').slice(4, 12))), kind, at, who, data, attachments: [] },
})
const received = event('2026-11-02T01:20:00.000Z', 'need.received', null)
const published = event('2026-11-03T02:00:00.000Z', 'order.published', '天正电气党支部', {
  number: 'C-2026-000012',
  tier: 'C',
})
const taken = event('2026-11-05T04:31:00.000Z', 'claim.taken', '红帆 07')
const reported = event('2026-11-12T08:05:00.000Z', 'claim.reported', '红帆 07', {
  share: 60,
  words: '已请到市人民医院的医生，讲了两次课。',
})
const delivered = event('2026-11-19T06:40:00.000Z', 'claim.delivered', '红帆 07', {
  words: '八课时已讲完，讲义发到每个班组，车间里装了急救箱。',
})

const course = {
  ...{ id: id(901), number: 'C-2026-000012', title: '请医生到车间讲急救，配急救箱' },
  ...{
    state: 'delivered',
    holders: ['红帆 07'],
    deadline: { kind: 'answer', until: '2026-11-26T06:40:00.000Z', releasedAt: null },
    retirement: null,
    mayRate: true,
    myRating: null,
  },
  question: {
    ...{ id: id(911), claimId: id(921), words: '八课时已讲完，讲义发到每个班组，车间里装了急救箱。', hours: 8 },
    ...{ deliveredAt: '2026-11-19T06:40:00.000Z', attachments: [], answer: null, answerWords: null },
    ...{ answeredAt: null, answerVia: null, answerEnteredBy: null },
  },
}

const asked = {
  ...need,
  ...{ code: '330382-7KQM-X2WT', state: 'linked' },
  body: '夜班有人晕倒过，大家都不会急救。想请医生来讲一讲，车间里能不能配个急救箱。',
  orders: [course],
  talks: [],
  talksShut: false,
  contact: 'withheld',
  timeline: [received, published, taken, reported, delivered],
}

const fresh = {
  ...need,
  ...{ code: '330382-NEW2-NEED', state: 'received', body: '外卖骑手中午没地方热饭歇脚，希望驿站开放。' },
  ...{ orders: [], talks: [], talksShut: false, contact: 'none', timeline: [received] },
}

/** Receipts one may look at: one just received, one that waits for its answer. */
export const createReceipts = (): Map<string, ReceiptView> =>
  new Map([asked, fresh].map((receipt) => ReceiptView.parse(receipt)).map((receipt) => [receipt.code, receipt]))
