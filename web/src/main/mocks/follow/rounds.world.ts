import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { defaultChecklist } from '@dj/shared/follow/finding/default-checklist.ts'
import { createBulletins } from './bulletins.seed.ts'
import { createFindings } from './findings.seed.ts'
import type { Market } from '../build/market.ts'
import { createAppeals, createFlags } from './appeals.seed.ts'
import { createRectifications } from '../exit/rectifications.seed.ts'
import { createRetirements } from '../exit/retirements.seed.ts'
import { createRoundRecords, createTargets } from './rounds.seed.ts'
import { tellRounds } from './rounds.tell.ts'
import type { Rounds } from './rounds.records.ts'

export function createRounds(market: Market): Rounds {
  const rounds = createRoundRecords(market)
  const targets = createTargets(market, rounds)
  const findings = createFindings(market, rounds, targets)
  const made: Rounds = {
    ...{ rounds, targets, findings, conflicts: [], checklists: [firstChecklist] },
    bulletins: createBulletins(market, { rounds, targets, findings }),
    notices: createRectifications(market),
    retirements: createRetirements(market),
    appeals: createAppeals(findings),
    flags: createFlags(market),
  }
  tellRounds(market, made)
  return made
}

const firstChecklist: ChecklistView = {
  ...{ version: 1, items: [...defaultChecklist], changedAt: '2026-10-01T00:00:00Z', changedBy: null, note: null },
}
