import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { TalkList } from '@dj/shared/claim/talk/talk.schema.ts'
import { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { z } from 'zod'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import type { Person, World } from './world.ts'

export const body = '夜班工人想学电工，找陈国强，电话13800001234'
export const contact = { name: '陈国强', phone: '13800001234' }
const opinion = { body, category: 'skills', requesterKind: 'worker', requesterName: '陈国强', contact }
export const reason = { reason: '约定上门时间' }

/** What somebody gets who is told the receipt code. */
export const ToldReceipt = NeedReceipt.extend({ receiptCode: z.string() })

/** A need from the open form, built by the first branch and taken by a member of another. */
export async function aTaken(world: World, wish: object = {}, orderWish: object = {}) {
  const form = await world.anonymous().post('/counties/330382/needs', { ...opinion, ...wish })
  const { need, receiptCode } = form.as(ToldReceipt)
  const author = await world.aSecretary()
  const order = await world.anOpenOrder({ needs: [need], authorId: author.id, places: 2, ...orderWish })
  const doer = await world.aMember({ organization: world.county.farBranch })
  const claim = (await world.as(doer).post(`/orders/${order.id}/claims`)).as(ClaimView)
  return { need, receiptCode, author, order, doer, claim, path: `/claims/${claim.id}/needs/${need.id}` }
}

export const talks = async (world: World, person: Person, order: { id: string }) =>
  (await world.as(person).get(`/orders/${order.id}/talks`)).as(TalkList).items
export const unread = async (world: World, person: Person) =>
  (await world.as(person).get('/work')).as(WorkView).items.filter(({ kind }) => kind === 'talk.unread')
export const receipt = async (world: World, code: string) =>
  (await world.anonymous().get(`/receipts/${code}`)).as(ReceiptView)
