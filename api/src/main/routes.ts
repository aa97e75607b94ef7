import { accountRoutes } from '../county/accounts/accounts.routes.ts'
import { appealRoutes } from '../follow/appeals/appeals.routes.ts'
import { attachmentRoutes } from '../platform/attachments/attachments.routes.ts'
import { checklistRoutes } from '../follow/checklists/checklists.routes.ts'
import { bulletinRoutes } from '../follow/bulletins/bulletins.routes.ts'
import { claimRoutes } from '../claim/claims/claims.routes.ts'
import { deliveryRoutes } from '../claim/deliveries/deliveries.routes.ts'
import { requesterRoutes } from '../claim/requester/requester.routes.ts'
import { receiptTalkRoutes } from '../claim/talks/receipt-talks.routes.ts'
import { talkRoutes } from '../claim/talks/talks.routes.ts'
import { eventRoutes } from '../platform/events/events.routes.ts'
import { maySeePhoto } from './may-see-photo.ts'
import { findingRoutes } from '../follow/findings/findings.routes.ts'
import { grantRoutes } from '../county/grants/grants.routes.ts'
import type { Route } from '../platform/http/spec.ts'
import { logRoutes } from '../county/log/log.routes.ts'
import { importRoutes } from '../collect/import/import.routes.ts'
import { needActRoutes } from '../collect/needs/need-acts.routes.ts'
import { needRoutes } from '../collect/needs/needs.routes.ts'
import { buildingRoutes } from '../collect/building/building.routes.ts'
import { orderRoutes } from '../build/orders/orders.routes.ts'
import { organizationRoutes } from '../county/organizations/organizations.routes.ts'
import { peopleRoutes } from '../county/people/people.routes.ts'
import { ratingRoutes } from '../follow/ratings/ratings.routes.ts'
import { receiptRoutes } from '../meet/receipts/receipts.routes.ts'
import { rectificationRoutes } from '../exit/rectifications/rectifications.routes.ts'
import { reopeningRoutes } from '../follow/reopenings/reopenings.routes.ts'
import { retirementRoutes } from '../exit/retirements/retirements.routes.ts'
import { drawRoutes } from '../follow/draw/draw.routes.ts'
import { roundActRoutes } from '../follow/rounds/round-acts.routes.ts'
import { roundRoutes } from '../follow/rounds/rounds.routes.ts'
import { targetRoutes } from '../follow/targets/targets.routes.ts'
import { ruleRoutes } from '../follow/rules/rules.routes.ts'
import { sessionRoutes } from '../county/session/session.routes.ts'
import { calendarRoutes } from '../county/calendar/calendar.routes.ts'
import { calendarChangeRoutes } from '../meet/calendar/calendar-change.routes.ts'
import { settingsRoutes } from '../county/settings/settings.routes.ts'
import { setupRoutes } from '../meet/setup/setup.routes.ts'
import { workRoutes } from '../meet/work/work.routes.ts'

/** Every public operation. What is not here does not exist; OpenAPI and the authorization test are read from it. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...appealRoutes,
  ...attachmentRoutes(maySeePhoto),
  ...calendarRoutes,
  ...calendarChangeRoutes,
  ...checklistRoutes,
  ...bulletinRoutes,
  ...claimRoutes,
  ...deliveryRoutes,
  ...requesterRoutes,
  ...talkRoutes,
  ...receiptTalkRoutes,
  ...drawRoutes,
  ...eventRoutes,
  ...findingRoutes,
  ...grantRoutes,
  ...importRoutes,
  ...logRoutes,
  ...needActRoutes,
  ...needRoutes,
  ...orderRoutes,
  ...buildingRoutes,
  ...organizationRoutes,
  ...peopleRoutes,
  ...ratingRoutes,
  ...receiptRoutes,
  ...rectificationRoutes,
  ...reopeningRoutes,
  ...retirementRoutes,
  ...roundActRoutes,
  ...roundRoutes,
  ...ruleRoutes,
  ...sessionRoutes,
  ...settingsRoutes,
  ...setupRoutes,
  ...targetRoutes,
  ...workRoutes,
]
