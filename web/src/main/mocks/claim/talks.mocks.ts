import { http, HttpResponse } from 'msw'
import { type MessageView, TalkView } from '@dj/shared/claim/talk/talk.schema.ts'

/** Nobody talks until a test brings a conversation of its own. */
export const talkHandlers = () => [http.get('*/api/v1/orders/:id/talks', () => HttpResponse.json({ items: [] }))]

const id = (n: number) => `01990000-0000-7000-8000-00000000f${String(n).padStart(3, '0')}`

export const aMessage = (n: number, wish: Partial<MessageView> = {}): MessageView => ({
  id: id(n),
  side: 'requester',
  who: null,
  mine: false,
  words: `第${n}条`,
  at: `2026-11-19T01:${String(n % 60).padStart(2, '0')}:00.000Z`,
  ...wish,
})

/** A conversation of the claimant, in which nobody has written yet. */
export const aTalk = (wish: object = {}): TalkView =>
  TalkView.parse({
    ...{ claimId: id(901), claimant: '红帆 07', needId: id(903), side: 'claimant', closed: false },
    order: { id: id(902), title: '厂区消防真演练' },
    ...{ words: '车间夜班想学消防，电话〔电话已隐去〕', corrected: false, mayCorrect: false },
    ...{ requesterKind: 'worker', contact: 'withheld', messages: [], earlier: 0, unread: 0 },
    owner: { organization: '第一党支部', person: '陈书记', contact: { name: '李干事', telephone: '0577-62001234' } },
    ...wish,
  })
