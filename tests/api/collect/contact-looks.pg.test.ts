import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { expect } from 'vitest'
import { test } from '../../support/world.ts'

test('a contact is shown for a reason in words, thirty an hour, and whoever reads the log is told of the thirtieth', async ({
  world,
}) => {
  const [operator, other] = await Promise.all([world.anOperator({ alias: '热线员小周' }), world.anOperator()])
  const auditor = world.as(await world.anAdmin('audit_admin'))
  const need = await world.aNeed({ channel: 'hotline' })
  const look = (who = operator, reason = '电话回访进展') => world.as(who).post(`/needs/${need.id}/contact`, { reason })
  const alarms = async () =>
    (await auditor.get('/work'))
      .as(WorkView)
      .items.flatMap(({ kind, title }) => (kind === 'person.reveals_many' ? title : []))

  expect((await look(operator, 'aaaa')).fields).toEqual({ reason: 'field.no_reason' })
  for (let n = 0; n < 29; n += 1) expect((await look()).status).toBe(200)
  expect(await alarms()).toEqual([])
  world.clock.advance({ minutes: 20 })
  const rivals = await Promise.all([look(), look(), look()])
  expect(rivals.map(({ status }) => status).toSorted()).toEqual([200, 429, 429])
  expect(await alarms()).toEqual(['热线员小周'])
  const refused = await look()
  expect([refused.code, refused.headers.get('retry-after')]).toEqual(['rate_limited', '2400'])
  expect((await look(other)).status).toBe(200)
  world.clock.advance({ minutes: 41 })
  expect((await look()).status).toBe(200)
})
