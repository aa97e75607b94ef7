import { TalkList } from '@dj/shared/claim/talk/talk.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Played, Stage, Step } from './demo-steps.ts'

const office = { name: '值班室（演示）', telephone: '0577-00000000' }

/** What was said under the first claim: the claimant asks, the requester answers by receipt code and lets them call, the owner's desk has the last word. */
export function talkSteps({ client, organizationId }: Stage, { order, orderId, receipts }: Played): Step[] {
  if (order.talk === undefined || order.fate.kind !== 'taken') return []
  const { by, desk } = order.talk
  const ago = order.fate.ago - 0.1
  const code = must(receipts[0], order.title)
  const talkOf = async () =>
    must(TalkList.parse(await client.as(by).get(`/orders/${orderId}/talks`)).items[0], order.title)
  const say = (who: string, words: string) => async () => {
    const { claimId, needId } = await talkOf()
    await client.as(who).post(`/claims/${claimId}/needs/${needId}/messages`, { words })
  }
  const answer = async () => {
    const { claimId } = await talkOf()
    const words = '周六晚上合适，周三有一半人上中班。学员十五人左右，最好先教日常点检。'
    await client.as(null).post(`/receipts/${code}/messages`, { claimId, words })
    await client.as(null).put(`/receipts/${code}/contact-consent`, { share: true })
  }
  const setOffice = async () => {
    await client.as(desk).put(`/organizations/${organizationId(order.owner)}/contact`, { contact: office })
  }
  return [
    { ago, run: setOffice },
    { ago: ago - 0.1, run: say(by, '您好，我认领了这个项目。夜校放在周三、周六晚上，每次两小时，合适吗？') },
    { ago: ago - 0.6, run: answer },
    { ago: ago - 0.9, run: say(desk, '红色驿站二楼教室周六晚上留好了，来之前打值班室电话就行。') },
  ]
}
