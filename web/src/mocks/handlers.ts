import { http, HttpResponse } from 'msw'
import { sessionHandlers } from './session.mocks.ts'
import { adminHandlers } from './admin.mocks.ts'
import { raiseHandlers } from './raise.mocks.ts'
import { setupHandlers } from './setup.mocks.ts'
import { receiptHandlers } from './receipts.mocks.ts'
import { claimHandlers } from './claims.mocks.ts'
import { countyHandlers } from './county.mocks.ts'
import { deliveryHandlers } from './deliveries.mocks.ts'
import { deskHandlers } from './desk.mocks.ts'
import { importHandlers } from './import.mocks.ts'
import { libraryHandlers } from './libraries.mocks.ts'
import { needActHandlers } from './need-acts.mocks.ts'
import { needHandlers } from './needs.mocks.ts'
import { workHandlers } from './work.mocks.ts'
import { orderHandlers } from './orders.mocks.ts'
import { appealHandlers } from './appeals.mocks.ts'
import { bulletinHandlers } from './bulletins.mocks.ts'
import { flagHandlers } from './flags.mocks.ts'
import { inspectionHandlers } from './inspections.mocks.ts'
import { rectificationHandlers } from './rectifications.mocks.ts'
import { retirementHandlers } from './retirements.mocks.ts'
import { roundHandlers } from './rounds.mocks.ts'
import { refuse } from './refuse.ts'
import { ruleHandlers } from './rules.mocks.ts'
import type { World } from './world.ts'

/** The mock api: one line per feature. What nobody mocks does not exist. */
export const handlers = (world: World) => [
  ...sessionHandlers(world),
  ...receiptHandlers(world),
  ...raiseHandlers(),
  ...setupHandlers(),
  ...adminHandlers(world),
  ...countyHandlers(world),
  ...ruleHandlers(world),
  ...deskHandlers(world),
  ...libraryHandlers(world),
  ...workHandlers(world),
  ...needHandlers(world),
  ...needActHandlers(world),
  ...importHandlers(world),
  ...orderHandlers(world),
  ...claimHandlers(world),
  ...deliveryHandlers(world),
  ...bulletinHandlers(world),
  ...inspectionHandlers(world),
  ...rectificationHandlers(world),
  ...retirementHandlers(world),
  ...appealHandlers(world),
  ...flagHandlers(world),
  ...roundHandlers(world),
  http.get('*/api/v1/events/stream', () => new HttpResponse(null, { status: 204 })),
  http.all('*/api/v1/*', () => refuse('not_found')),
]
