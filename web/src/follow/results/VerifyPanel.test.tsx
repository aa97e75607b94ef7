import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { server } from '../../main/mocks/server.ts'
import { VerifyPanel } from './VerifyPanel.tsx'
import { checks } from './verify-bundle.ts'

const published = readFileSync(
  join(import.meta.dirname, '../../../../api/src/follow/draw/verify/test-vectors.json'),
  'utf8',
)

async function check(bundle: string): Promise<void> {
  server.use(http.get('*/api/v1/rounds/round-1/bundle', () => HttpResponse.text(bundle)))
  render(
    <QueryClientProvider client={new QueryClient()}>
      <VerifyPanel roundId="round-1" />
    </QueryClientProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: '开始复核' }))
}

test('a published bundle is ticked step by step', async () => {
  await check(published)
  expect(await screen.findByText(/全部相符/)).toBeDefined()
  expect(screen.getAllByRole('img', { name: '相符' })).toHaveLength(checks.length)
  // It was drawn before pools were frozen: that nothing was held against anything is said.
  expect(screen.getByText(/本文件没有检查员库/)).toBeDefined()
})

test('a changed bundle says which step fails, in words', async () => {
  await check(published.replace(/("value":\s*")/, '$19'))
  expect(await screen.findByText('有 2 步不相符，见下。')).toBeDefined()
  expect(screen.getByText('按公布的规则重算，抽中的项目与公布的不同。')).toBeDefined()
  expect(screen.getByText('名单的哈希与冻结时公布的一致。')).toBeDefined()
})

test('what is no bundle is said plainly', async () => {
  await check('{}')
  expect(await screen.findByText('这不是完整的复核包，无法复核。')).toBeDefined()
})
