import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { refuseField } from '../../main/mocks/refuse.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'

let world: World
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['member1']
})

const claim = () =>
  must(
    world.market.claims.find(({ share, personId }) => share === 40 && personId === world.me?.person.id),
    'the claim',
  )
const sheetOf = async () => within(await screen.findByRole('dialog'))

test('a report goes its way, and the share does not go back', async () => {
  const { user } = renderApp(`/claims/${claim().id}?do=report`)
  const sheet = await sheetOf()
  expect(sheet.getByText('上次报告到 40%，不能往回退')).toBeDefined()
  await user.click(sheet.getByRole('button', { name: '75%' }))
  await user.type(sheet.getByLabelText('做了什么'), '演练已办，到场80人')
  await user.type(sheet.getByLabelText(/用时/), '2.5')
  await user.click(sheet.getByRole('button', { name: '提交进展' }))
  expect(await screen.findByText('进展已报告')).toBeDefined()
  expect(claim).toThrow()
  expect(world.market.claims.some(({ share }) => share === 75)).toBe(true)
  const told = world.market.events.at(-1)
  expect(told).toMatchObject({ kind: 'claim.reported', data: { share: 75, words: '演练已办，到场80人', hours: 2.5 } })
})

test('a refusal at a field keeps what was typed, and points there', async () => {
  const { user } = renderApp(`/claims/${claim().id}?do=report`)
  server.use(http.post('*/api/v1/claims/:id/progress', () => refuseField('progress.goes_back', 'share')))
  const sheet = await sheetOf()
  await user.type(sheet.getByLabelText('做了什么'), '又去了一趟')
  await user.click(sheet.getByRole('button', { name: '提交进展' }))
  expect(await sheet.findByText('完成比例不能低于上次报告。')).toBeDefined()
  expect(sheet.getByLabelText('做了什么')).toHaveProperty('value', '又去了一趟')
  await waitFor(() => expect(document.activeElement).toBe(sheet.getByRole('slider')))
})

test('without a network nothing is lost, not even when the page is closed', async () => {
  const first = renderApp(`/claims/${claim().id}?do=report`)
  server.use(http.post('*/api/v1/claims/:id/progress', () => HttpResponse.error()))
  const sheet = await sheetOf()
  await first.user.type(sheet.getByLabelText('做了什么'), '地下车间没有信号')
  await first.user.click(sheet.getByRole('button', { name: '提交进展' }))
  expect(await sheet.findByText(/网络不可用/)).toBeDefined()
  first.unmount()
  renderApp(`/claims/${claim().id}?do=report`)
  const words = (await sheetOf()).getByLabelText('做了什么')
  expect(words).toHaveProperty('value', '地下车间没有信号')
})

test('photos travel as they are picked; one that is refused says so and holds the report back', async () => {
  const { user } = renderApp(`/claims/${claim().id}?do=report`)
  const sheet = await sheetOf()
  await user.upload(sheet.getByLabelText('拍照或选图'), [new File(['photo'], 'a.jpg', { type: 'image/jpeg' })])
  expect(await sheet.findByAltText('第 1 张照片')).toBeDefined()
  await waitFor(() => expect(world.market.photos.size).toBe(1))
  server.use(http.post('*/api/v1/attachments', () => refuseField('attachment.not_an_image', 'file')))
  await user.upload(sheet.getByLabelText('拍照或选图'), [new File(['x'], 'b.jpg', { type: 'image/jpeg' })])
  expect(await sheet.findByText('请上传 JPG、PNG、WebP 或 HEIC 照片。')).toBeDefined()
  expect(sheet.getByRole('button', { name: '提交进展', description: /有照片没有传上去/ })).toBeDefined()
  await user.click(sheet.getByRole('button', { name: '移除第 2 张照片' }))
  await user.type(sheet.getByLabelText('做了什么'), '有照片为证')
  await user.click(sheet.getByRole('button', { name: '提交进展' }))
  await waitFor(() => expect(world.market.events.at(-1)?.attachments).toHaveLength(1))
})

test('giving back after a report asks for a reason', async () => {
  const { user } = renderApp(`/claims/${claim().id}?do=release`)
  const sheet = await sheetOf()
  await user.click(sheet.getByRole('button', { name: '退回认领' }))
  expect(await sheet.findByText('此项必填。')).toBeDefined()
  await user.type(sheet.getByLabelText('原因'), '调外地工作')
  // A second press within a blink counts as the first; people are slower than this test.
  await waitFor(async () => {
    await user.click(sheet.getByRole('button', { name: '退回认领' }))
    expect(world.market.events.at(-1)?.kind).toBe('claim.released')
  })
  expect(await screen.findByText('已退回，名额重新开放')).toBeDefined()
  expect(world.market.events.at(-1)).toMatchObject({ kind: 'claim.released', data: { reason: '调外地工作' } })
})

test('delivering asks the requester, and the page says so', async () => {
  const { user } = renderApp(`/claims/${claim().id}?do=deliver`)
  const sheet = await sheetOf()
  await user.type(sheet.getByLabelText('办成了什么'), '演练一次，发现隐患三处，已整改。')
  await user.click(sheet.getByRole('button', { name: '提交办结' }))
  expect(await screen.findByText('已提交办结，等需求方答复')).toBeDefined()
  expect((await screen.findAllByText('已提交办结，正等待需求方答复。')).length).toBeGreaterThan(0)
})
