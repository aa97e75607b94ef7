import type { QueryClient } from '@tanstack/react-query'
import { createRouter, type RouterHistory } from '@tanstack/react-router'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { appealsRoute } from './follow/appeals.routes.ts'
import { checklistRoute, editChecklistRoute } from './follow/checklists.routes.ts'
import { claimRoute, claimsRoute } from './claim/claims.routes.ts'
import { calendarRoute } from './meet/calendar.routes.ts'
import { deskRoute } from './meet/desk.routes.ts'
import { flagsRoute } from './follow/flags.routes.ts'
import { grantsRoute } from './county/grants.routes.ts'
import { inspectionRoute, inspectionsRoute } from './follow/inspections.routes.ts'
import { librariesRoute } from './build/libraries.routes.ts'
import { logRoute } from './county/log.routes.ts'
import { needsRoute } from './collect/needs.routes.ts'
import { orderRoute, ordersRoute } from './build/orders.routes.ts'
import { raiseDoorRoute, raiseRoute } from './collect/raise.routes.ts'
import { organizationsRoute, peopleRoute, resetsRoute } from './county/people.routes.ts'
import { receiptRoute, receiptsRoute } from './collect/receipts.routes.ts'
import { rectificationRoute, rectificationsRoute } from './exit/rectifications.routes.ts'
import { newRetirementRoute, noticesRoute, retirementRoute, retirementsRoute } from './exit/retirements.routes.ts'
import { rootRoute } from './root.route.ts'
import {
  bulletinRoute,
  ceremonyRoute,
  resultRoute,
  resultsRoute,
  roundRoute,
  roundsRoute,
} from './follow/rounds.routes.ts'
import { RouteError } from './RouteError.tsx'
import { rulesRoute } from './follow/rules.routes.ts'
import { homeRoute, meRoute, openAccountRoute, passwordRoute, signInRoute } from './county/session.routes.ts'
import { settingsRoute } from './county/settings.routes.ts'
import { setupRoute } from './county/setup.routes.ts'
import { printSlipsRoute, slipsRoute } from './follow/slips.routes.ts'
import { signedInRoute } from './signed-in.route.ts'
import { workRoute } from './meet/work.routes.ts'

// One line per area; a page is added in its area's file and here.
const tree = rootRoute.addChildren([
  signInRoute,
  openAccountRoute,
  receiptsRoute,
  receiptRoute,
  raiseDoorRoute,
  raiseRoute,
  setupRoute,
  resultsRoute,
  resultRoute,
  bulletinRoute,
  noticesRoute,
  signedInRoute.addChildren([
    homeRoute,
    meRoute,
    passwordRoute,
    workRoute,
    ordersRoute,
    orderRoute,
    claimsRoute,
    claimRoute,
    inspectionsRoute,
    inspectionRoute,
    slipsRoute,
    printSlipsRoute,
    appealsRoute,
    flagsRoute,
    roundsRoute,
    roundRoute,
    ceremonyRoute,
    rectificationsRoute,
    rectificationRoute,
    retirementsRoute,
    newRetirementRoute,
    retirementRoute,
    needsRoute,
    deskRoute,
    librariesRoute,
    organizationsRoute,
    peopleRoute,
    resetsRoute,
    grantsRoute,
    logRoute,
    calendarRoute,
    settingsRoute,
    checklistRoute,
    editChecklistRoute,
    rulesRoute,
  ]),
])

export function createAppRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: RouteError,
    defaultPendingComponent: SkeletonPage,
    defaultPendingMs: 300,
    notFoundMode: 'root',
    scrollRestoration: true,
    ...(history !== undefined && { history }),
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
