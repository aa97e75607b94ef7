import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { refuse } from '../../main/mocks/refuse.ts'
import { server, startWorld } from '../../main/mocks/server.ts'
import { aRound } from '../slips/slips.sample.ts'
import { aBulletin } from '@dj/shared/follow/bulletin/bulletin.sample.ts'

const round = aRound()
const address = `/results/330382/${round.id}/bulletin`
let published: BulletinView[]
let sent: unknown[]

const versions = () =>
  published.map(({ version, publishedAt, correction }) => ({ version, publishedAt, correction })).toReversed()

beforeEach(() => {
  const world = startWorld()
  world.me = world.accounts['county1']
  published = []
  sent = []
  server.use(
    http.get('*/api/v1/counties/:id/rounds', () =>
      HttpResponse.json({ items: [{ ...round, state: 'closed', bulletins: versions() }], nextCursor: null }),
    ),
    http.get('*/api/v1/rounds/:id/bulletin', ({ request }) => {
      const query = new URL(request.url).searchParams
      const draft = { state: 'draft', version: published.length + 1, signedBy: null, publishedAt: null }
      if (query.get('draft') === 'true') return HttpResponse.json(aBulletin(draft))
      const shown = published[Number(query.get('version') ?? published.length) - 1]
      return shown === undefined ? refuse('round.not_published') : HttpResponse.json(shown)
    }),
    http.post('*/api/v1/rounds/:id/bulletin', async ({ request }) => {
      const body = await request.json()
      sent.push(body)
      published.push(aBulletin({ version: published.length + 1, correction: null, ...Object(body) }))
      return HttpResponse.json(published.at(-1), { status: 201 })
    }),
  )
})

test('before it is published everybody is told that there is none yet', async () => {
  renderApp(address)
  expect((await screen.findAllByRole('heading', { name: '通报尚未发布' })).length).toBeGreaterThan(0)
})

test('every figure stands with what it is made of, too few with no share, and what there was before beside it', async () => {
  published = [aBulletin()]
  renderApp(address)
  const [table] = await screen.findAllByRole('region', { name: '一、主要指标' })
  const rows = within(table as HTMLElement)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent))
  expect(rows.slice(1)).toEqual([
    ['A、B类检查完成率', '2/2', '100.0%', '—', '—', '—'],
    ['C类抽查合格率', '2/3', '66.7%', '20.8%～93.9%', '—', '—'],
    ['满意率（党员评价）', '1/2', '评价数不足', '—', '—', '—'],
    ['认领率', '9/10', '90.0%', '—', '80.0%', '升10.0个百分点'],
  ])
  expect(screen.getByText('王科长')).toBeDefined()
  expect(screen.getByText(`第41号 ${'e'.repeat(64)}`)).toBeDefined()
})

test('the first version is signed after a second look, whatever number of presses', async () => {
  const { user, router } = renderApp(`${address}?draft=true`)
  await user.click(await screen.findByRole('button', { name: '签发并公布' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/内容不能再改/)).toBeDefined()
  await user.dblClick(dialog.getByRole('button', { name: '签发并公布' }))
  await screen.findByText('王科长')
  expect([sent, router.state.location.search]).toEqual([[{}], {}])
})

test('a correction says why; the version before it stays, and says that it was corrected', async () => {
  published = [aBulletin()]
  const { user } = renderApp(`${address}?draft=true`)
  await user.click(await screen.findByRole('button', { name: '签发更正版' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('原因'), '补录一件复查结果')
  await user.click(dialog.getByRole('button', { name: '签发更正版' }))
  await screen.findByText('本通报为更正版，更正原因：补录一件复查结果')
  await user.click(await screen.findByRole('link', { name: '第1版' }))
  expect(await screen.findByText('这是第1版，已由第2版更正。')).toBeDefined()
})

test('another number is sent with the signature', async () => {
  const { user } = renderApp(`${address}?draft=true`)
  await user.type(await screen.findByLabelText(/发文序号/), '１2号')
  await user.click(screen.getByRole('button', { name: '签发并公布' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '签发并公布' }))
  await screen.findByText('王科长')
  expect(sent).toEqual([{ serial: 12 }])
})

test('the paper names its quarter as its title does, and is dated without the day of the week', async () => {
  published.push(aBulletin({ publishedAt: '2027-01-05T01:00:00Z' }))
  renderApp(address)
  const paper = within(await screen.findByRole('article'))
  expect(paper.getByText(/对2026年第四季度需求项目开展了跟单检查/)).toBeDefined()
  expect(paper.getAllByText(/^2027年1月5日(印发)?$/)).toHaveLength(2)
})
