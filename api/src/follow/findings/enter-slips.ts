import type { EnterSlips, Slip, SlipReport } from '@dj/shared/follow/finding/slip.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { problems, Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import { codeOf } from '../../platform/http/on-error.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { refuseUnfitSlip } from './refuse-unfit-slip.ts'
import { submitFinding } from './submit-finding.ts'

type Input = EnterSlips & { actor: Actor; roundId: string; language: 'zh' | 'en' }
type Item = Sent<typeof SlipReport>['items'][number]

/** Types in paper slips for their inspectors, each in a transaction of its own: what one is refused for keeps no other out. */
export async function enterSlips(deps: Deps, { slips, ...input }: Input): Promise<Sent<typeof SlipReport>> {
  const items: Item[] = []
  for (const slip of slips) items.push(await enterSlip(deps, slip, input))
  return { items, stored: items.filter(({ finding }) => finding !== null).length }
}

async function enterSlip(deps: Deps, slip: Slip, { actor, roundId, language }: Omit<Input, 'slips'>): Promise<Item> {
  const named = { findingId: slip.id, orderId: slip.orderId }
  try {
    const of = { countyId: actor.countyId, roundId, by: actor.personId }
    await refuseUnfitSlip(deps.db, { slip, ...of })
    const finding = await submitFinding(deps, { ...slip, ...of })
    return { ...named, finding, refusal: null }
  } catch (error) {
    const code = codeOf(error)
    if (problems[code].status >= 500) throw error
    const path = error instanceof Refused ? (error.path ?? null) : null
    return { ...named, finding: null, refusal: { code, path, message: problems[code][language] } }
  }
}
