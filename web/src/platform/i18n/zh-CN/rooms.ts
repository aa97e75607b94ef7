import { log } from './county/log.ts'
import { calendar } from './meet/calendar.ts'
import { imports } from './collect/imports.ts'
import { desk } from './meet/desk.ts'
import { libraries } from './build/libraries.ts'
import { inspections } from './follow/inspections.ts'
import { appeals } from './follow/appeals.ts'
import { conflicts } from './follow/conflicts.ts'
import { flags } from './follow/flags.ts'
import { reopenings } from './follow/reopenings.ts'
import { receipts } from './collect/receipts.ts'
import { raise } from './collect/raise.ts'
import { poster } from './collect/poster.ts'
import { setup } from './county/setup.ts'
import { rectifications } from './exit/rectifications.ts'
import { retirements } from './exit/retirements.ts'
import { bulletins } from './follow/bulletins.ts'
import { results } from './follow/results.ts'
import { rounds } from './follow/rounds.ts'
import { ratings } from './follow/ratings.ts'
import { checklists } from './follow/checklists.ts'
import { rules } from './follow/rules.ts'
import { accounts } from './county/accounts.ts'
import { people } from './county/people.ts'
import { tree } from './county/tree.ts'
import { grants } from './county/grants.ts'
import { settings } from './county/settings.ts'
import { slips } from './follow/slips.ts'

/** The words of every room but where members begin: fetched with the first page beyond it. */
export const rooms = {
  log,
  calendar,
  import: imports,
  desk,
  libraries,
  receipts,
  raise,
  poster,
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
  reopenings,
  rectifications,
  checklists,
  rules,
  accounts,
  people,
  tree,
  grants,
  settings,
}
