import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { errorForLog } from './log.ts'

test('the log of a database error names the statement, and neither its parameters nor a person', () => {
  const cause = Object.assign(new Error('duplicate key value violates unique constraint, Key (name)=(陈国强)'), {
    code: '23505',
    constraint_name: 'need_receipt_once',
    query: 'insert into need_contact values ($1, $2)',
  })
  const logged = JSON.stringify(
    errorForLog(new DrizzleQueryError('insert into need_contact', ['陈国强', '13800000101'], cause)),
  )
  expect(logged).toContain('need_receipt_once')
  expect(logged).not.toMatch(/陈国强|13800000101/)
})

test('any other error keeps its message, its frames and its cause', () => {
  const logged = errorForLog(new TypeError('x is not a function', { cause: new Error('deeper') }))
  expect(logged).toMatchObject({ type: 'TypeError', message: 'x is not a function', cause: { message: 'deeper' } })
})
