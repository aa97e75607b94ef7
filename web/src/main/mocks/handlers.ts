import { http, HttpResponse } from 'msw'
import { sessionHandlers } from './county/session.mocks.ts'
import { adminHandlers } from './county/admin.mocks.ts'
import { raiseHandlers } from './collect/raise.mocks.ts'
import { setupHandlers } from './county/setup.mocks.ts'
import { receiptHandlers } from './collect/receipts.mocks.ts'
import { claimHandlers } from './claim/claims.mocks.ts'
import { countyHandlers } from './county/county.mocks.ts'
import { deliveryHandlers } from './claim/deliveries.mocks.ts'
import { talkHandlers } from './claim/talks.mocks.ts'
import { deskHandlers } from './meet/desk.mocks.ts'
import { importHandlers } from './collect/import.mocks.ts'
import { libraryHandlers } from './build/libraries.mocks.ts'
import { needActHandlers } from './collect/need-acts.mocks.ts'
import { needHandlers } from './collect/needs.mocks.ts'
import { calendarHandlers } from './meet/calendar.fixtures.ts'
import { workHandlers } from './meet/work.mocks.ts'
import { orderHandlers } from './build/orders.mocks.ts'
import { appealHandlers } from './follow/appeals.mocks.ts'
import { bulletinHandlers } from './follow/bulletins.mocks.ts'
import { flagHandlers } from './follow/flags.mocks.ts'
import { inspectionHandlers } from './follow/inspections.mocks.ts'
import { rectificationHandlers } from './exit/rectifications.mocks.ts'
import { retirementHandlers } from './exit/retirements.mocks.ts'
import { reopeningHandlers } from './follow/reopenings.mocks.ts'
import { roundHandlers } from './follow/rounds.mocks.ts'
import { refuse } from './refuse.ts'
import { ruleHandlers } from './follow/rules.mocks.ts'
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
  ...calendarHandlers(),
  ...needHandlers(world),
  ...needActHandlers(world),
  ...importHandlers(world),
  ...orderHandlers(world),
  ...claimHandlers(world),
  ...deliveryHandlers(world),
  ...talkHandlers(),
  ...bulletinHandlers(world),
  ...inspectionHandlers(world),
  ...rectificationHandlers(world),
  ...retirementHandlers(world),
  ...reopeningHandlers(),
  ...appealHandlers(world),
  ...flagHandlers(world),
  ...roundHandlers(world),
  http.get('*/api/v1/events/stream', () => new HttpResponse(null, { status: 204 })),
  http.all('*/api/v1/*', () => refuse('not_found')),
]
