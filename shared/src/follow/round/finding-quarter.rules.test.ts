import { describe, expect, test } from 'vitest'
import { Quarter } from '../../platform/time/quarter.ts'
import { findingQuarter } from './finding-quarter.rules.ts'

const quarter = Quarter.parse('2026Q4')
const lastInstant = new Date('2026-12-31T15:59:59.999Z') // 23:59:59.999 in Shanghai

describe('a finding counts in one quarter', () => {
  test('its own to the last instant of it in Shanghai', () => {
    expect(findingQuarter({ quarter, state: 'running' }, lastInstant)).toEqual({ quarter: '2026Q4', late: false })
    expect(findingQuarter({ quarter, state: 'closing' }, lastInstant)).toEqual({ quarter: '2026Q4', late: false })
  })

  test('the next one, marked late, from midnight on', () => {
    const midnight = new Date('2026-12-31T16:00:00Z')
    expect(findingQuarter({ quarter, state: 'running' }, midnight)).toEqual({ quarter: '2027Q1', late: true })
  })

  test('the next one, marked late, once the round is closed', () => {
    expect(findingQuarter({ quarter, state: 'closed' }, lastInstant)).toEqual({ quarter: '2027Q1', late: true })
    const muchLater = new Date('2027-05-01T00:00:00Z')
    expect(findingQuarter({ quarter, state: 'closed' }, muchLater)).toEqual({ quarter: '2027Q2', late: true })
  })
})
