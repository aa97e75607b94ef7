import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { defaultChecklist } from '@dj/shared/follow/finding/default-checklist.ts'
import { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { request } from '../../platform/api/client.ts'
import { renderApp } from '../../main/mocks/render-app.tsx'
import { startWorld } from '../../main/mocks/server.ts'
import type { World } from '../../main/mocks/world.ts'
import { changesOf, draftOf, moved, putBack, withNewItem, withoutItem } from './checklist-draft.ts'

let world: World
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['county1']
})

const current = () => request('GET', '/checklist', { schema: ChecklistView })
const wording = async (nth: number) =>
  within(await screen.findByRole('group', { name: `第 ${nth} 项` })).getByLabelText('检查什么')
const save = (version: number) => screen.getByRole('button', { name: `保存为第 ${version} 版` })

test('the checklist leads back to the parameters of the county', async () => {
  const { user, router } = renderApp('/checklist')
  await screen.findByText('共 7 项', {}, { timeout: 20_000 }) // the page itself, not the shape it is waited for in
  await user.click(within(screen.getByRole('main')).getByRole('link', { name: '县级参数' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings'))
})

test('everybody of the business reads it; only the county organizer is offered to change it', async () => {
  world.me = world.accounts['member1']
  renderApp('/checklist')
  expect(await screen.findByText('共 7 项')).toBeDefined()
  expect(screen.getByText('仅当“填报的进展与现场情况一致”回答“否”时出现')).toBeDefined()
  expect(screen.queryByRole('link', { name: '修改检查表' })).toBeNull()
  expect(screen.queryByRole('link', { name: '县级参数' })).toBeNull()
  renderApp('/checklist/edit')
  expect(await screen.findByText(/县委组织部、两新工委$/)).toBeDefined()
})

test('an empty item and a condition moved above its ground are pointed out at the item', async () => {
  const { user } = renderApp('/checklist/edit')
  await user.click(await screen.findByRole('button', { name: '增加一项' }))
  await waitFor(async () => expect(document.activeElement).toBe(await wording(8)))
  await user.click(screen.getByRole('button', { name: '第 2 项上移' }))
  await user.type(screen.getByLabelText('修改说明'), '试行')
  await user.click(save(2))
  const first = await screen.findByRole('group', { name: '第 1 项' })
  expect(await within(first).findByText(/出现条件不成立/)).toBeDefined()
  expect(within(screen.getByRole('group', { name: '第 8 项' })).getByText('此项必填。')).toBeDefined()
  expect((await current()).version).toBe(1)
})

test('what was removed and typed outlives a reload, and what was removed is put back where it stood', async () => {
  const { user, unmount } = renderApp('/checklist/edit')
  await user.click(await screen.findByRole('button', { name: '删除第 7 项' }))
  await user.type(screen.getByLabelText('修改说明'), '精简')
  unmount()
  renderApp('/checklist/edit')
  expect(await screen.findByDisplayValue('精简')).toBeDefined()
  expect(screen.getByText('共 6 项')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '放回“实际受益人数”' }))
  expect(await wording(7)).toHaveProperty('value', '实际受益人数')
  expect(screen.getByText('还没有改动')).toBeDefined()
})

test('whoever comes second sees the other version, keeps what was typed, and decides', async () => {
  const { user } = renderApp('/checklist/edit')
  await user.type(await wording(1), '（看现场）')
  await user.type(screen.getByLabelText('修改说明'), '写明看现场')
  const theirs = { items: defaultChecklist.slice(0, 3), note: '精简' }
  await request('PUT', '/checklist', { body: theirs, ifMatch: 1, schema: ChecklistView })
  await user.click(save(2))
  expect(await screen.findByRole('heading', { name: '别人先保存了第 2 版' })).toBeDefined()
  expect(await wording(1)).toHaveProperty('value', '填报的进展与现场情况一致（看现场）')
  expect((await current()).items).toHaveLength(3)
  await user.click(screen.getByRole('button', { name: '以我的内容为准，接着存为第 3 版' }))
  // A button is deaf to a second press within a moment, and everything above took less.
  await new Promise((resolve) => setTimeout(resolve, 450))
  await user.click(save(3))
  await waitFor(async () => expect(await current()).toMatchObject({ version: 3, note: '写明看现场' }))
  expect((await current()).items[0]?.text).toBe('填报的进展与现场情况一致（看现场）')
})

describe('the draft', () => {
  const view = { version: 3, items: [...defaultChecklist], changedAt: '', changedBy: null, note: null }
  const draft = draftOf(view)

  test('a new item has a code no version and no removed item had', () => {
    const one = withNewItem(draft)
    const removed = withoutItem({ items: one, removed: [] }, one.length - 1)
    expect(withNewItem({ ...draft, ...removed }).at(-1)?.code).toBe('item_v4_2')
  })

  test('removing and putting back is nothing changed, moving is', () => {
    const gone = withoutItem(draft, 2)
    expect(putBack(gone, 'records_complete').items).toEqual(draft.items)
    expect(changesOf(view.items, gone.items)).toMatchObject([{ kind: 'removed', code: 'records_complete' }])
    expect(changesOf(view.items, moved(view.items, 0, 1))).toMatchObject([{ kind: 'moved' }])
    expect(changesOf(view.items, view.items)).toEqual([])
  })
})
