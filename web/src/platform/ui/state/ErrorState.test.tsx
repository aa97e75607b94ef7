import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ApiProblem } from '../../api/problem.ts'
import { ErrorState } from './ErrorState.tsx'

test('a refusal says who may do it', () => {
  render(<ErrorState error={new ApiProblem({ status: 403, code: 'auth.forbidden' })} who="镇街组织员" />)
  expect(screen.getByRole('heading', { name: '您没有办理权限' })).toBeDefined()
  expect(screen.getByText('可以办理的人：镇街组织员')).toBeDefined()
})

test('a failure gives the reference to quote, and another try', async () => {
  const retry = vi.fn()
  render(<ErrorState error={new ApiProblem({ status: 500, code: 'internal', requestId: 'r-17' })} onRetry={retry} />)
  expect(screen.getByText('问题编号 r-17')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(retry).toHaveBeenCalledOnce()
})

test('what does not exist is not tried again', () => {
  render(<ErrorState error={new ApiProblem({ status: 404, code: 'not_found' })} onRetry={vi.fn()} />)
  expect(screen.queryByRole('button')).toBeNull()
})

test('what is only too early is no failure of the system', () => {
  render(<ErrorState error={new ApiProblem({ status: 409, code: 'bulletin.round_open' })} />)
  expect(screen.getByRole('heading', { name: '现在还不能办理' })).toBeDefined()
  expect(screen.queryByText(/系统管理员/)).toBeNull()
})

test('a broken program is an error of ours, not of the person', () => {
  render(<ErrorState error={new TypeError('undefined is not a function')} />)
  expect(screen.getByText(/不是您的操作有误/)).toBeDefined()
  expect(screen.queryByText(/undefined/)).toBeNull()
})
