import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { OrganizationDetail } from '@dj/shared/county/organization/tree.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { refuse } from '../../../main/mocks/refuse.ts'
import { renderApp } from '../../../main/mocks/render-app.tsx'
import { server, startWorld } from '../../../main/mocks/server.ts'
import type { World } from '../../../main/mocks/world.ts'

let world: World
let town: OrganizationDetail
beforeEach(() => {
  world = startWorld()
  world.me = world.accounts['county1']
  const holdings = {
    children: 0,
    people: 3,
    joined: 0,
    grants: 1,
    orders: 2,
    claims: 0,
    needs: 0,
    alliances: 0,
    covered: 0,
  }
  const more = {
    version: 4,
    formerNames: [],
    closedOn: null,
    successor: null,
    children: 0,
    place: [],
    enterprise: null,
    holdings,
  }
  const nodes = world.market.organizations.map((one) => ({ ...one, ...more }))
  const [root, below] = [
    must(
      nodes.find(({ kind }) => kind === 'county'),
      'the county',
    ),
    must(
      nodes.find(({ kind }) => kind === 'town'),
      'a town',
    ),
  ]
  town = below
  server.use(
    http.get('*/api/v1/organization-tree', ({ request }) => {
      const parent = new URL(request.url).searchParams.get('parent')
      return HttpResponse.json({ items: [parent === root.id ? town : { ...root, children: 1 }], more: false })
    }),
    http.get('*/api/v1/organizations/:id', () => HttpResponse.json(town)),
  )
})

const open = async () => {
  const { user } = renderApp('/organizations')
  await user.click(await screen.findByRole('button', { name: town.name }))
  return { user, sheet: within(await screen.findByRole('dialog')) }
}

test('a node tells what hangs on it, and closing it asks for a successor and a reason', async () => {
  const { user, sheet } = await open()
  expect(await sheet.findByText('人员 3 名、在任职务 1 个、项目 2 件')).toBeDefined()
  await user.click(sheet.getByRole('button', { name: '撤销或合并' }))
  expect(sheet.getByText(/全部转给承接组织/)).toBeDefined()
  await user.click(
    within(sheet.getByRole('region', { name: '撤销或合并' })).getByRole('button', { name: '撤销或合并' }),
  )
  expect(await sheet.findByText(/此项必填/)).toBeDefined()
})

test('whoever comes second keeps what they typed, and reads what it is called by now', async () => {
  const { user, sheet } = await open()
  await user.click(await sheet.findByRole('button', { name: '修改' }))
  const name = sheet.getByLabelText('名称')
  await user.clear(name)
  await user.type(name, '柳市新区')
  server.use(
    http.patch('*/api/v1/organizations/:id', () => {
      town = { ...town, name: '柳市街道', version: 5 }
      return refuse('request.stale_version')
    }),
  )
  await user.click(sheet.getByRole('button', { name: '保存' }))
  expect(await sheet.findByText(/现为“柳市街道”/)).toBeDefined()
  expect(sheet.getByLabelText<HTMLInputElement>('名称').value).toBe('柳市新区')
})
