import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import {
  constraintOf,
  describeForLog,
  isConnectionLoss,
  isOutOfSpace,
  isServerTrouble,
  isWorthRepeating,
  sqlStateOf,
} from './postgres-error.ts'
import { CommitUnknown, ConnectionLost, TooBusy, TransactionLost } from './transaction-errors.ts'

const refused = Object.assign(new Error('duplicate key value'), {
  code: '23505',
  constraint_name: 'claim_one_live_per_place',
  table_name: 'claim',
  detail: 'Key (phone)=(13800000000) already exists.',
})
const wrapped = new DrizzleQueryError('insert into claim values ($1)', ['13800000000'], refused)
const withCode = (code: string) => new DrizzleQueryError('select', [], Object.assign(new Error(code), { code }))

test('the constraint and the state are found inside what Drizzle wrapped', () => {
  expect([constraintOf(wrapped), sqlStateOf(wrapped)]).toEqual(['claim_one_live_per_place', '23505'])
  expect([constraintOf(refused), sqlStateOf(refused)]).toEqual(['claim_one_live_per_place', '23505'])
})

test('a full disk is told from other faults of the server, and both from a wrong request', () => {
  const codes = ['53100', 'ENOSPC', '53200', '57P04', '58030', '58P01', '23505', '57014']
  expect(codes.filter((code) => isOutOfSpace(withCode(code)))).toEqual(['53100', 'ENOSPC'])
  expect(codes.filter((code) => isServerTrouble(withCode(code)))).toEqual(['53100', '53200', '57P04', '58030', '58P01'])
})

test.for([[undefined], [null], ['text'], [new Error('plain')], [{ code: 7 }]])('%j has neither', ([error]) => {
  expect([constraintOf(error), sqlStateOf(error), isConnectionLoss(error)]).toEqual([undefined, undefined, false])
})

test('an error that is its own cause is read to an end', () => {
  const error = new Error('circle')
  error.cause = error
  expect(constraintOf(error)).toBeUndefined()
})

describe('a connection was lost', () => {
  test.for(['CONNECTION_CLOSED', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006'])('with %s', (code) => {
    expect(isConnectionLoss(withCode(code))).toBe(true)
  })
  test('when a transaction or a connection says so', () => {
    expect([new TransactionLost(), new ConnectionLost(undefined)].map(isConnectionLoss)).toEqual([true, true])
  })
  test.for(['23505', '40001', '57014', '42501'])('not with %s', (code) => {
    expect(isConnectionLoss(withCode(code))).toBe(false)
  })
  test('and not when the commit is unknown, whatever caused it', () => {
    expect(isConnectionLoss(new CommitUnknown(new ConnectionLost(undefined)))).toBe(false)
    expect(isConnectionLoss(new TooBusy('queue_full'))).toBe(false)
  })
})

test('serialization failures and deadlocks are worth repeating, refusals are not', () => {
  expect(['40001', '40P01', '23505', '57014'].map((code) => isWorthRepeating(withCode(code)))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('what a log may say holds no value of any row', () => {
  const said = describeForLog(wrapped)
  expect(said).toEqual({
    sqlState: '23505',
    constraint: 'claim_one_live_per_place',
    table: 'claim',
    statement: 'insert into claim values ($1)',
  })
})
