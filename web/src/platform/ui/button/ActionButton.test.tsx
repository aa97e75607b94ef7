import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ApiProblem } from '../../api/problem.ts'
import { act, ActionButton } from './ActionButton.tsx'

test('a button that cannot be used says why, and does nothing', async () => {
  const claim = vi.fn()
  render(
    <ActionButton action={act(claim)} disabledReason="名额已满">
      认领
    </ActionButton>,
  )
  const button = screen.getByRole('button', { name: '认领', description: '名额已满' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(button)
  expect(claim).not.toHaveBeenCalled()
})

test('two quick taps act once', async () => {
  const claim = vi.fn()
  render(<ActionButton action={act(claim)}>认领</ActionButton>)
  await userEvent.dblClick(screen.getByRole('button'))
  expect(claim).toHaveBeenCalledOnce()
})

test('a press that sent nothing is over at once: the next one counts, however soon it comes', async () => {
  const mutate = vi.fn(() => false)
  render(<ActionButton action={{ mutate, isPending: false, error: null }}>发送</ActionButton>)
  await userEvent.dblClick(screen.getByRole('button'))
  expect(mutate).toHaveBeenCalledTimes(2)
})

test('while it works it is busy and deaf', async () => {
  const mutate = vi.fn()
  render(<ActionButton action={{ mutate, isPending: true, error: null }}>认领</ActionButton>)
  const button = screen.getByRole('button', { busy: true })
  await userEvent.click(button)
  expect(mutate).not.toHaveBeenCalled()
})

test('a refusal is told beside the button, in words', () => {
  const error = new ApiProblem({ status: 409, code: 'order.no_place_left' })
  render(<ActionButton action={{ mutate: vi.fn(), isPending: false, error }}>认领</ActionButton>)
  expect(screen.getByRole('status').textContent).toContain('名额已满')
})
