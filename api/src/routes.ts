import { appealRoutes } from './appeals/appeals.routes.ts'
import { attachmentRoutes } from './attachments/attachments.routes.ts'
import { checklistRoutes } from './checklists/checklists.routes.ts'
import { bulletinRoutes } from './bulletins/bulletins.routes.ts'
import { claimRoutes } from './claims/claims.routes.ts'
import { deliveryRoutes } from './deliveries/deliveries.routes.ts'
import { eventRoutes } from './events/events.routes.ts'
import { findingRoutes } from './findings/findings.routes.ts'
import { grantRoutes } from './grants/grants.routes.ts'
import type { Route } from './http/spec.ts'
import { logRoutes } from './log/log.routes.ts'
import { importRoutes } from './needs/import/import.routes.ts'
import { needActRoutes } from './needs/need-acts.routes.ts'
import { needRoutes } from './needs/needs.routes.ts'
import { orderRoutes } from './orders/orders.routes.ts'
import { organizationRoutes } from './organizations/organizations.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { ratingRoutes } from './ratings/ratings.routes.ts'
import { receiptRoutes } from './receipts/receipts.routes.ts'
import { rectificationRoutes } from './rectifications/rectifications.routes.ts'
import { retirementRoutes } from './retirements/retirements.routes.ts'
import { drawRoutes } from './rounds/draw.routes.ts'
import { roundActRoutes } from './rounds/round-acts.routes.ts'
import { roundRoutes } from './rounds/rounds.routes.ts'
import { targetRoutes } from './rounds/targets.routes.ts'
import { ruleRoutes } from './rules/rules.routes.ts'
import { sessionRoutes } from './session/session.routes.ts'
import { settingsRoutes } from './settings/settings.routes.ts'
import { setupRoutes } from './setup/setup.routes.ts'
import { workRoutes } from './work/work.routes.ts'

/** Every public operation. What is not here does not exist; OpenAPI and the authorization test are read from it. */
export const routes: readonly Route[] = [
  ...appealRoutes,
  ...attachmentRoutes,
  ...checklistRoutes,
  ...bulletinRoutes,
  ...claimRoutes,
  ...deliveryRoutes,
  ...drawRoutes,
  ...eventRoutes,
  ...findingRoutes,
  ...grantRoutes,
  ...importRoutes,
  ...logRoutes,
  ...needActRoutes,
  ...needRoutes,
  ...orderRoutes,
  ...organizationRoutes,
  ...peopleRoutes,
  ...ratingRoutes,
  ...receiptRoutes,
  ...rectificationRoutes,
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
