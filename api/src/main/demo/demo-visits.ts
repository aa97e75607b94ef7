import { InspectionList, type InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { DemoClient } from './demo-client.ts'
import type { Stage } from './demo-steps.ts'
import { visit } from './quarter/quarter-inspections.ts'

export const inspectors = ['inspector1', 'inspector2']

/** The stage with what only the rounds need: the instant so many days ago, and the seal of the events. */
export interface RoundStage extends Stage {
  at(ago: number): Date
  seal(): Promise<unknown>
}

type Visit = { inspector: string; item: InspectionView }

/** What the inspectors still have to visit, by order number; `nth` counts what was visited already, so that it stays the same. */
export async function visitsOf(client: DemoClient): Promise<(Visit & { nth: number })[]> {
  const visits: Visit[] = []
  for (const inspector of inspectors) {
    const { items } = InspectionList.parse(await client.as(inspector).get('/inspections'))
    visits.push(...items.map((item) => ({ inspector, item })))
  }
  return visits
    .toSorted((a, b) => ((a.item.number ?? '') < (b.item.number ?? '') ? -1 : 1))
    .map((each, nth) => ({ ...each, nth }))
    .filter(({ item }) => item.finding?.state !== 'final')
}

/** Pays the wanted visits; all is well there. */
export async function visitAll(
  { client, at }: RoundStage,
  ago: number,
  wanted: (item: InspectionView, nth: number) => boolean,
): Promise<void> {
  for (const { nth, ...found } of await visitsOf(client)) {
    if (wanted(found.item, nth)) await visit(client, found, undefined, at(ago))
  }
}
