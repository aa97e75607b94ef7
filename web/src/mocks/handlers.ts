import { http, HttpResponse } from 'msw'
import { sessionHandlers } from './session.mocks.ts'
import { raiseHandlers } from './raise.mocks.ts'
import { receiptHandlers } from './receipts.mocks.ts'
import { refuse } from './refuse.ts'
import type { World } from './world.ts'

/** The mock api: one line per feature. What nobody mocks does not exist. */
export const handlers = (world: World) => [
  ...sessionHandlers(world),
  ...receiptHandlers(world),
  ...raiseHandlers(),
  http.get('*/api/v1/events/stream', () => new HttpResponse(null, { status: 204 })),
  http.all('*/api/v1/*', () => refuse('not_found')),
]
