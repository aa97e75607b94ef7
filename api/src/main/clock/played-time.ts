import { connect } from '@dj/db/connect.ts'
import { listCounties } from '@dj/db/queries/county/counties.ts'
import { lastHappening } from '@dj/db/queries/platform/events.ts'
import { aheadAt, type ClockSetting } from './clock-setting.ts'

/** The clocks of two machines may differ by so much without anybody playing with time. */
const SLACK_MS = 5 * 60_000

/** A time that is played: it runs as the real one does, elsewhere. */
export interface PlayedTime {
  aheadMs: number
  /** When the last thing that is known happened; null in an empty installation. */
  since: Date | null
  /** It was to run earlier than `since`, and begins there instead. */
  heldBack: boolean
}

interface Wanted {
  demo: boolean
  demoClock: ClockSetting | undefined
}

/**
 * The time a demo is to be shown at, or undefined for the real one. It never runs back under what has happened: ends before
 * beginnings, answers before questions, a chain of events out of order. Errors: it is wanted where there is no demo.
 */
export async function playedTimeOf(databaseUrl: string, { demo, demoClock }: Wanted): Promise<PlayedTime | undefined> {
  const { isDemo, since } = await known(databaseUrl)
  if (!isDemo) {
    if (demoClock) throw new Error(NO_DEMO)
    return undefined
  }
  const real = new Date()
  const wanted = demoClock ? aheadAt(demoClock, real) : 0
  const reached = since === null ? -Infinity : since.getTime() - real.getTime()
  const heldBack = reached > wanted + (demoClock ? 0 : SLACK_MS)
  if (!demoClock && !heldBack) return undefined
  if (!demo) throw new Error(PLAYED_AHEAD)
  return { aheadMs: heldBack ? reached : wanted, since, heldBack }
}

const NO_DEMO =
  '这里是正式数据，不能设置 DEMO_CLOCK。The data are not a demo: their time is the real one, leave DEMO_CLOCK out.'
const PLAYED_AHEAD =
  '演示数据的时间已走在前面，请用 DEMO=1 启动或另换 DATA_DIR。The demo data are ahead of the real time: start with DEMO=1, or with another DATA_DIR.'

async function known(databaseUrl: string): Promise<{ isDemo: boolean; since: Date | null }> {
  const { db, of, end } = connect(databaseUrl, { max: 1, applicationName: 'dangjian-prepare' })
  try {
    const counties = await listCounties(db)
    const last = await Promise.all(counties.map(({ countyId }) => lastHappening(of(countyId), countyId)))
    const latest = Math.max(...last.map((at) => at?.getTime() ?? -Infinity))
    return { isDemo: counties.every((county) => county.demo), since: Number.isFinite(latest) ? new Date(latest) : null }
  } finally {
    await end()
  }
}
