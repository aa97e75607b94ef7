import { render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { DEMO_CLOCK_HEADER } from '@dj/shared/platform/time/demo-clock.ts'
import { hearClock } from '../../api/clock.ts'
import { DemoClock } from './DemoClock.tsx'

afterEach(() => hearClock(new Headers()))

test('the banner says what time is played, and is not there where time is real', async () => {
  render(<DemoClock />)
  expect(screen.queryByRole('complementary')).toBeNull()
  hearClock(new Headers({ [DEMO_CLOCK_HEADER]: '2027-01-04T01:29:45Z' }))
  expect((await screen.findByRole('complementary', { name: '演示时钟' })).textContent).toBe(
    '演示时钟：现在按 2027年1月4日 09:30 运行',
  )
})
