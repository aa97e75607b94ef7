import { http, HttpResponse } from 'msw'
import { must } from '@dj/shared/platform/assert.ts'
import { ChangeChecklist } from '@dj/shared/follow/finding/finding.schema.ts'
import { poorRating } from '@dj/shared/exit/poor/poor.rules.ts'
import { wilson } from '@dj/shared/build/order/rating.rules.ts'
import { DryRunRules } from '@dj/shared/county/settings/rule-numbers.schema.ts'
import { ids } from '../county/county.world.ts'
import { refuse, refuseInput } from '../refuse.ts'
import type { World } from '../world.ts'

const strict = { reportInput: true } as const
/** The checklist with all its versions, and the dry run of the rules over one rated order. */
export const ruleHandlers = ({ market, office, rounds: { checklists: versions } }: World) => {
  const current = () => must(versions.at(-1), 'the checklist in force')
  return [
    http.get('*/api/v1/checklist', ({ request }) => {
      const wanted = new URL(request.url).searchParams.get('version')
      const found = wanted === null ? current() : versions.find(({ version }) => String(version) === wanted)
      return found === undefined ? refuse('checklist.unknown_version') : HttpResponse.json(found)
    }),
    http.put('*/api/v1/checklist', async ({ request }) => {
      const input = ChangeChecklist.safeParse(await request.json(), strict)
      if (!input.success) return refuseInput(input.error)
      const { version } = current()
      if (request.headers.get('If-Match') !== `"${version}"`) return refuse('request.stale_version')
      const made = { version: version + 1, changedAt: '2026-11-20T02:00:00.000Z', changedBy: '部里老林' }
      versions.push({ ...made, ...input.data })
      return HttpResponse.json(current())
    }),
    http.post('*/api/v1/rules/dry-run', async ({ request }) => {
      const rules = DryRunRules.safeParse(await request.json(), strict)
      return rules.success ? HttpResponse.json(dryRun(market, office, rules.data)) : refuseInput(rules.error)
    }),
  ]
}

const rated = { ratings: 3, satisfied: 1, answers: 0, notSolved: 0 }

function dryRun({ settings }: World['market'], { settings: { version } }: World['office'], rules: DryRunRules) {
  const [now, changed] = [poorRating(rated, settings.rating) !== null, poorRating(rated, rules) !== null]
  const { ratings: n, ...seen } = rated
  const item = {
    rule: 'poor_rating',
    order: { id: ids.group, number: 'C-2026-000002', title: '园区夜校电工班', tier: 'C' },
    owner: '天正电气党支部',
    now,
    changed,
    inputs: { n, ...seen, upper: wilson(rated.satisfied, n)?.high ?? null },
    poorQuarters: [],
  }
  return {
    settingsVersion: version,
    current: { ...settings.rating, poorWithinQuarters: settings.retirement.poorWithinQuarters },
    counts: { both: Number(now && changed), newly: Number(!now && changed), noLonger: Number(now && !changed) },
    items: now || changed ? [item] : [],
  }
}
