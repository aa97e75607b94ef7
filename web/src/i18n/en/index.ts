import { shell } from './shell.ts'
import { domain } from './domain.ts'
import { session } from './session.ts'
import { log } from './log.ts'
import { me } from './me.ts'
import { work } from './work.ts'
import { orders } from './orders.ts'
import { claims } from './claims.ts'
import { events } from './events.ts'
import { needs } from './needs.ts'
import { imports } from './imports.ts'
import { desk } from './desk.ts'
import { libraries } from './libraries.ts'
import { inspections } from './inspections.ts'
import { appeals } from './appeals.ts'
import { conflicts } from './conflicts.ts'
import { flags } from './flags.ts'
import { receipts } from './receipts.ts'
import { raise } from './raise.ts'
import { setup } from './setup.ts'
import { rectifications } from './rectifications.ts'
import { retirements } from './retirements.ts'
import { bulletins } from './bulletins.ts'
import { results } from './results.ts'
import { rounds } from './rounds.ts'
import { ratings } from './ratings.ts'
import { checklists } from './checklists.ts'
import { rules } from './rules.ts'
import { people } from './people.ts'
import { grants } from './grants.ts'
import { settings } from './settings.ts'
import { slips } from './slips.ts'

export const en = {
  shell,
  domain,
  session,
  log,
  me,
  work,
  orders,
  claims,
  events,
  needs,
  import: imports,
  desk,
  libraries,
  receipts,
  raise,
  setup,
  ratings,
  rounds,
  results,
  bulletins,
  retirements,
  inspections,
  slips,
  appeals,
  conflicts,
  flags,
  rectifications,
  checklists,
  rules,
  people,
  grants,
  settings,
}
