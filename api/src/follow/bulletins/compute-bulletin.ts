import type { Reads } from '@dj/db/connect.ts'
import { digest } from '@dj/db/digest.ts'
import * as figures from '@dj/db/queries/follow/bulletin-figures.ts'
import {
  bulletinOfQuarter,
  checklistVersionsOf,
  excusedFrom,
  judgedIn,
  lastSerial,
  rectifiedIn,
  retiredIn,
} from '@dj/db/queries/follow/bulletins.ts'
import type { PublishedRound } from '@dj/db/queries/follow/rounds.ts'
import { drawnByTown } from '@dj/db/queries/follow/rounds-frame.ts'
import { lastSeal } from '@dj/db/queries/platform/seals.ts'
import { currentSettings, settingsOfVersion } from '@dj/db/queries/county/settings.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { BulletinBody } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { definitionsVersion, printedDefinitions } from '@dj/shared/follow/bulletin/definitions.ts'
import { paperWords } from '@dj/shared/follow/bulletin/paper/paper-words.ts'
import { genesisOf } from '@dj/shared/platform/seal/chain.rules.ts'
import { officeOf, paperNumber } from '@dj/shared/county/settings/bulletin-office.schema.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { civilDateOf, previousQuarter, Quarter, quarterBounds } from '@dj/shared/platform/time/quarter.ts'
import { powerOf } from '../rounds/round.view.ts'
import { figuresOf, ratingCounts } from './figures.ts'
import { cameOfIt, causeWords, rectificationWords } from './words.ts'

/** The 通报 as the stored findings have it at this moment. */
export async function computeBulletin(
  db: Reads,
  round: PublishedRound,
  { at, serial }: { at: Date; serial?: number | undefined },
): Promise<BulletinBody> {
  const quarter = Quarter.parse(round.quarter)
  const of = { countyId: round.countyId, roundId: round.id, quarter, ...quarterBounds(quarter) }
  const settings = await settingsOfVersion(db, of.countyId, round.settingsVersion)
  const [counts, verdicts, towns, lists, ground, head] = await Promise.all([
    countsOf(db, of, at, settings),
    figures.countVerdicts(db, of),
    figures.countByTown(db, of),
    listsOf(db, of),
    groundOf(db, of, round),
    headOf(db, round, { at, serial }),
  ])
  const { carried, ...byVerdict } = verdicts
  return {
    title: `关于${round.county}${paperWords.zh.quarter(quarter)}需求项目跟单检查情况的通报`,
    quarter,
    ...head,
    figures: figuresOf(counts, await earlierFigures(db, of), settings.rating.minimumN),
    towns: towns.map(({ town, ...row }) => ({ town: town ?? '县本级', ...row })),
    verdicts: byVerdict,
    ...lists,
    lateFindings: carried,
    ...ground,
  }
}

/** Whose paper it is and under which number: by the settings of the day, since names are no rule that the round would keep. */
async function headOf(
  db: Reads,
  { countyId, county }: PublishedRound,
  { at, serial }: { at: Date; serial?: number | undefined },
) {
  const { settings } = await currentSettings(db, countyId)
  const { issuers, addressees, copies, printer, mark } = officeOf(settings.bulletin, county)
  const year = Number(civilDateOf(at).slice(0, 4))
  const nth = serial ?? (mark === null ? 0 : (await lastSerial(db, countyId, { mark, year })) + 1)
  return {
    leadBodies: issuers,
    number: paperNumber(mark, year, nth),
    office: { addressees, copies, printer },
  }
}

async function countsOf(db: Reads, of: figures.Counted, at: Date, { freshness }: CountySettings) {
  const [checks, quarter, ratings, frame] = await Promise.all([
    figures.countChecks(db, of),
    figures.countQuarter(db, of),
    figures.countRatings(db, of),
    figures.countFrame(db, of, at, freshness),
  ])
  return { ...checks, ...quarter, ...frame, ...ratingCounts(ratings) }
}

async function listsOf(
  db: Reads,
  of: figures.Counted,
): Promise<Pick<BulletinBody, 'judged' | 'rectified' | 'retired' | 'excused'>> {
  const [judged, rectified, retired, excused] = await Promise.all([
    judgedIn(db, of),
    rectifiedIn(db, of),
    retiredIn(db, of),
    excusedFrom(db, of),
  ])
  return {
    judged: judged.map((row) => ({
      ...{ number: row.number, title: row.title, owner: row.owner, verdict: row.verdict, late: row.late },
      reason: cameOfIt(row),
    })),
    rectified: rectified.map(({ notice, cause, state, ...line }) => ({
      ...line,
      reason: `${notice}，${causeWords[cause]}，${rectificationWords[state]}`,
    })),
    retired: [...retired],
    excused: [...excused],
  }
}

/** What the figures stand on: versions, the frame, and the chain of events up to now. */
async function groundOf(db: Reads, of: figures.Counted, round: PublishedRound) {
  const [towns, checklistVersions, head] = await Promise.all([
    drawnByTown(db, of.countyId, [of.roundId]),
    checklistVersionsOf(db, of),
    lastSeal(db, of.countyId),
  ])
  return {
    power: powerOf(round, towns),
    definitions: [...printedDefinitions],
    definitionsVersion,
    settingsVersion: round.settingsVersion,
    checklistVersions,
    frameHash: must(round.frameHash, 'the hash of the frame'),
    chainHead: head ?? genesisOf(of.countyId, digest),
  }
}

async function earlierFigures(db: Reads, { countyId, quarter }: figures.Counted) {
  const body = BulletinBody.safeParse(await bulletinOfQuarter(db, countyId, previousQuarter(Quarter.parse(quarter))))
  return body.success ? body.data.figures : []
}
