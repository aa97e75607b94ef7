import type { Reads } from '@dj/db/connect.ts'
import { digest } from '@dj/db/digest.ts'
import * as figures from '@dj/db/queries/follow/bulletin-figures.ts'
import {
  bulletinOfQuarter,
  checklistVersionsOf,
  excusedFrom,
  judgedIn,
  rectifiedIn,
  retiredIn,
} from '@dj/db/queries/follow/bulletins.ts'
import type { PublishedRound } from '@dj/db/queries/follow/rounds.ts'
import { drawnByTown } from '@dj/db/queries/follow/rounds-frame.ts'
import { lastSeal } from '@dj/db/queries/platform/seals.ts'
import { settingsOfVersion } from '@dj/db/queries/county/settings.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { BulletinBody } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { definitionsVersion, printedDefinitions } from '@dj/shared/follow/bulletin/definitions.ts'
import { genesisOf } from '@dj/shared/platform/seal/chain.rules.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { previousQuarter, Quarter, quarterBounds } from '@dj/shared/platform/time/quarter.ts'
import { powerOf } from '../rounds/round.view.ts'
import { figuresOf, ratingCounts } from './figures.ts'
import { cameOfIt, causeWords, quarterWords, rectificationWords } from './words.ts'

/** The 通报 as the stored findings have it at this moment. */
export async function computeBulletin(db: Reads, round: PublishedRound, at: Date): Promise<BulletinBody> {
  const quarter = Quarter.parse(round.quarter)
  const of = { countyId: round.countyId, roundId: round.id, quarter, ...quarterBounds(quarter) }
  const settings = await settingsOfVersion(db, of.countyId, round.settingsVersion)
  const [counts, verdicts, towns, lists, ground] = await Promise.all([
    countsOf(db, of, at, settings),
    figures.countVerdicts(db, of),
    figures.countByTown(db, of),
    listsOf(db, of),
    groundOf(db, of, round),
  ])
  const { carried, ...byVerdict } = verdicts
  return {
    title: `关于${round.county}${quarterWords(quarter)}需求项目跟单检查情况的通报`,
    quarter,
    leadBodies: round.leadBodies,
    figures: figuresOf(counts, await earlierFigures(db, of), settings.rating.minimumN),
    towns: towns.map(({ town, ...row }) => ({ town: town ?? '县本级', ...row })),
    verdicts: byVerdict,
    ...lists,
    lateFindings: carried,
    ...ground,
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
      ...{ number: row.number, title: row.title, owner: row.owner, verdict: row.verdict },
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
