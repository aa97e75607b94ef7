import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { PostByReceipt, ShareContact } from '@dj/shared/claim/talk/talk.schema.ts'
import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { aMessage, aTalk } from '../../main/mocks/claim/talks.mocks.ts'
import { refuse } from '../../main/mocks/refuse.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'

const code = '330382-7KQM-X2WT'
let sent: unknown[]
let receipt: object
beforeEach(() => {
  const world = startWorld()
  receipt = must(world.receipts.get(code), 'the receipt')
  sent = []
})

const open = (wish: Partial<ReceiptView>) => {
  server.use(http.get('*/api/v1/receipts/:code', () => HttpResponse.json({ ...receipt, ...wish })))
  return renderApp(`/receipt/${code}`)
}
const asked = aMessage(1, { side: 'claimant', who: '红帆 07', words: '周六上午行吗？' })
const talk = aTalk({ side: 'requester', messages: [asked] })

test('without an account the requester reads what was asked, and answers under that claim', async () => {
  server.use(
    http.post(`*/api/v1/receipts/${code}/messages`, async ({ request }) => {
      sent.push(PostByReceipt.parse(await request.json()))
      return HttpResponse.json({ id: crypto.randomUUID(), at: '2026-11-20T02:00:00.000Z' }, { status: 201 })
    }),
  )
  const { user } = open({ talks: [talk] })
  const card = within(await screen.findByRole('article', { name: '与红帆 07的沟通' }))
  expect(card.getByText('周六上午行吗？')).toBeDefined()
  await user.type(card.getByLabelText('留言', { selector: 'textarea' }), '行，门卫处见')
  await user.click(card.getByRole('button', { name: '发送' }))
  await expect.poll(() => sent).toEqual([{ words: '行，门卫处见', claimId: talk.claimId }])
})

test('the requester agrees to be called, and may take it back', async () => {
  server.use(
    http.put(`*/api/v1/receipts/${code}/contact-consent`, async ({ request }) => {
      sent.push(ShareContact.parse(await request.json()))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user, unmount } = open({ talks: [talk], contact: 'withheld' })
  await user.click(await screen.findByRole('button', { name: '同意告知联系方式' }))
  await expect.poll(() => sent).toEqual([{ share: true }])
  unmount()
  open({ talks: [talk], contact: 'shared' })
  await user.click(await screen.findByRole('button', { name: '不再告知' }))
  await expect.poll(() => sent).toEqual([{ share: true }, { share: false }])
})

test('on a device that saw the contact no conversation is shown, and it says why', async () => {
  open({ talks: [], talksShut: true, contact: 'shared' })
  expect(await screen.findByText(/看过联系方式或回执码，这里不显示沟通内容/)).toBeDefined()
  expect(screen.queryByRole('button', { name: '不再告知' })).toBeNull()
})

test('a refusal of the code is said at the button', async () => {
  server.use(http.post(`*/api/v1/receipts/${code}/messages`, () => refuse('receipt.seen_by_doer')))
  const { user } = open({ talks: [talk] })
  const card = within(await screen.findByRole('article', { name: '与红帆 07的沟通' }))
  await user.type(card.getByLabelText('留言', { selector: 'textarea' }), '行')
  await user.click(card.getByRole('button', { name: '发送' }))
  expect(await card.findByText(/承办人知道这个回执码/)).toBeDefined()
  expect(card.getByLabelText('留言', { selector: 'textarea' })).toHaveProperty('value', '行')
})

test('before anybody has taken it on there is nothing to talk about', async () => {
  open({ talks: [], contact: 'withheld' })
  await screen.findByRole('heading', { name: '您的需求' })
  expect(screen.queryByRole('heading', { name: '沟通' })).toBeNull()
})
