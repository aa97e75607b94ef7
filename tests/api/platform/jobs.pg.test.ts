import { fillCalendar } from '@dj/api/meet/calendar/fill-calendar.ts'
import { forgetServed } from '@dj/api/main/jobs/forget-served.ts'
import { type Job, jobs } from '@dj/api/main/jobs/jobs.ts'
import { prepareQueue } from '@dj/api/main/jobs/prepare-queue.ts'
import { runJob } from '@dj/api/main/jobs/run-job.ts'
import { startJobs } from '@dj/api/main/jobs/start-jobs.ts'
import type { Deps } from '@dj/api/platform/deps.ts'
import { metrics } from '@dj/api/platform/http/metrics.ts'
import { yearIsKnown } from '@dj/db/queries/county/calendar.ts'
import { calendarYears } from '@dj/db/seed/calendar-days.ts'
import { calendarDayTable } from '@dj/db/tables/county/county.table.ts'
import { eventTable } from '@dj/db/tables/platform/event.table.ts'
import { idempotencyTable } from '@dj/db/tables/platform/idempotency.table.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { eq, sql } from 'drizzle-orm'
import { expect, vi } from 'vitest'
import { administer } from '../../support/database.ts'
import { test, type World } from '../../support/world.ts'

/** The world's dependencies with a log that is read. */
function listening(world: World): { deps: Deps; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = []
  const note = (line: Record<string, unknown>) => void lines.push(line)
  const log = Object.assign(Object.create(world.deps.log), { info: note, error: note })
  return { deps: { ...world.deps, log }, lines }
}

const alarms = (world: World) => world.deps.db.$count(eventTable, eq(eventTable.kind, 'calendar.year_missing'))

test('a job waits in the queue and is done once, for every county, by one of two processes', async ({ world }) => {
  await world.otherCounty()
  await prepareQueue(world.url)
  await administer(world.url, (owner) => owner`insert into pgboss.job (name) values ('sweep-claims')`)
  const { deps, lines } = listening(world)
  const processes = await Promise.all([startJobs(deps, world.url), startJobs(deps, world.url)])
  await vi.waitFor(() => expect(lines).toHaveLength(2), 10_000)
  await Promise.all(processes.map((each) => each.stop(5_000)))
  expect(lines.map((line) => [line['job'], line['countyId'], line['released']])).toEqual([
    ['sweep-claims', '330381', 0],
    ['sweep-claims', '330382', 0],
  ])
})

test('processes that start together prepare the queue together, and the schedules are those of the table', async ({
  world,
}) => {
  await Promise.all([prepareQueue(world.url), prepareQueue(world.url), prepareQueue(world.url)])
  await administer(
    world.url,
    (owner) => owner`select pgboss.create_queue('gone', to_jsonb(q)) from pgboss.queue q where name = 'sweep-claims'`,
  )
  await administer(world.url, (owner) => owner`insert into pgboss.schedule (name, cron) values ('gone', '* * * * *')`)
  await prepareQueue(world.url)
  await administer(world.url, async (owner) => {
    const kept = await owner<
      { name: string; cron: string; timezone: string }[]
    >`select name, cron, timezone from pgboss.schedule`
    const expected = jobs.map(({ name, cron }) => ({ name, cron, timezone: 'Asia/Shanghai' }))
    expect(kept.map((each) => ({ ...each })).toSorted(byName)).toEqual(expected.toSorted(byName))
  })
})

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)

test('what fails in one county does not keep the others waiting, and the job counts as failed', async ({ world }) => {
  await world.otherCounty()
  const done: string[] = []
  const work: Job['work'] = async (_deps, countyId) => {
    if (countyId === '330381') throw new Error('this county only')
    done.push(countyId)
    return {}
  }
  const { deps, lines } = listening(world)
  await expect(runJob(deps, { name: 'trial', cron: '* * * * *', work })).rejects.toThrow('failed in 1 counties')
  expect(done).toEqual(['330382'])
  expect(lines.map((line) => line['countyId'])).toEqual(['330381', '330382'])
  expect(await metrics.metrics()).toContain('job_runs_total{job="trial",outcome="failed"} 1')
})

test('from 1 November in Shanghai a missing calendar raises one alarm', async ({ world }) => {
  const year = must(calendarYears().at(-1), 'a published year')
  world.clock.set(`${year}-10-31T15:59:59Z`)
  expect(await fillCalendar(world.deps, world.county.id)).toEqual({ year: year + 1, known: false })
  expect(await alarms(world)).toBe(0)
  world.clock.set(`${year}-10-31T16:00:00Z`)
  const quiet = { ...world.deps, log: Object.assign(Object.create(world.deps.log), { warn: () => undefined }) }
  await fillCalendar(quiet, world.county.id)
  await fillCalendar(quiet, world.county.id)
  expect(await alarms(world)).toBe(1)
  expect(await metrics.metrics()).toContain('calendar_year_missing{county="330382"} 1')
})

test('in the year itself a missing calendar is still an alarm, and one that is published meanwhile is filled in', async ({
  world,
}) => {
  const year = must(calendarYears().at(-1), 'a published year')
  world.clock.set(`${year + 1}-01-04T02:00:00Z`)
  await fillCalendar(world.deps, world.county.id)
  expect(await alarms(world)).toBe(1)
  expect(await metrics.metrics()).toContain('calendar_year_missing{county="330382"} 1')
  await administer(world.url, (owner) => owner`delete from calendar_day where day >= ${`${year}-01-01`}`)
  world.clock.set(`${year}-01-04T02:00:00Z`)
  await fillCalendar(world.deps, world.county.id)
  expect(await yearIsKnown(world.deps.db, world.county.id, year)).toBe(true)
})

test('a calendar published meanwhile is filled in, and then there is nothing to report', async ({ world }) => {
  const year = must(calendarYears().at(-1), 'a published year')
  const nextYear = sql`${calendarDayTable.day} >= ${`${year}-01-01`}`
  await administer(world.url, (owner) => owner`delete from calendar_day where day >= ${`${year}-01-01`}`)
  expect(await world.deps.db.$count(calendarDayTable, nextYear)).toBe(0)
  world.clock.set(`${year - 1}-12-02T00:00:00Z`)
  expect(await fillCalendar(world.deps, world.county.id)).toEqual({ year, known: true })
  expect(await world.deps.db.$count(calendarDayTable, nextYear)).toBeGreaterThanOrEqual(365)
  expect(await alarms(world)).toBe(0)
})

test('replies are kept for a week and then forgotten, county by county', async ({ world }) => {
  const far = await world.otherCounty()
  const [member, stranger] = [world.as(await world.aMember()), world.as(await world.aMember({ county: far }))]
  const need = { body: '希望开设焊工夜校', category: 'skills' }
  const key = 'a-click-long-ago'
  const first = await member.post('/needs', need, { key })
  await stranger.post('/needs', need, { key })
  world.clock.advance({ days: 6 })
  expect((await forgetServed(world.deps, world.county.id)).replies).toBe(0)
  expect((await member.post('/needs', need, { key })).body).toEqual(first.body)
  world.clock.advance({ days: 1, seconds: 1 })
  expect((await forgetServed(world.deps, world.county.id)).replies).toBe(1)
  expect(await world.deps.dbOf(far.id).$count(idempotencyTable)).toBe(1)
  expect((await member.post('/needs', need, { key })).body).not.toEqual(first.body)
})

test('ended sessions are forgotten, live ones stay', async ({ world }) => {
  const member = await world.aMember()
  await administer(world.url, async (owner) => {
    await owner`insert into auth_session (id, token, user_id, expires_at, created_at, updated_at)
      select 'old', 'old', id, '2026-01-01Z', '2025-12-25Z', '2025-12-25Z' from auth_user where person_id = ${member.id}`
  })
  expect((await forgetServed(world.deps, world.county.id)).sessions).toBe(1)
  expect((await world.as(member).get('/session')).status).toBe(200)
})
