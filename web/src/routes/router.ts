import type { QueryClient } from '@tanstack/react-query'
import { createRouter, type RouterHistory } from '@tanstack/react-router'
import { SkeletonPage } from '../ui/Skeleton.tsx'
import { appealsRoute } from './appeals.routes.ts'
import { checklistRoute, editChecklistRoute } from './checklists.routes.ts'
import { claimRoute, claimsRoute } from './claims.routes.ts'
import { deskRoute } from './desk.routes.ts'
import { flagsRoute } from './flags.routes.ts'
import { grantsRoute } from './grants.routes.ts'
import { inspectionRoute, inspectionsRoute } from './inspections.routes.ts'
import { librariesRoute } from './libraries.routes.ts'
import { logRoute } from './log.routes.ts'
import { needsRoute } from './needs.routes.ts'
import { orderRoute, ordersRoute } from './orders.routes.ts'
import { peopleRoute } from './people.routes.ts'
import { raiseRoute } from './raise.routes.ts'
import { receiptRoute, receiptsRoute } from './receipts.routes.ts'
import { rectificationRoute, rectificationsRoute } from './rectifications.routes.ts'
import { newRetirementRoute, retirementRoute, retirementsRoute } from './retirements.routes.ts'
import { rootRoute } from './root.route.ts'
import { bulletinRoute, ceremonyRoute, resultRoute, resultsRoute, roundRoute, roundsRoute } from './rounds.routes.ts'
import { RouteError } from './RouteError.tsx'
import { rulesRoute } from './rules.routes.ts'
import { homeRoute, meRoute, signInRoute } from './session.routes.ts'
import { settingsRoute } from './settings.routes.ts'
import { setupRoute } from './setup.routes.ts'
import { printSlipsRoute, slipsRoute } from './slips.routes.ts'
import { signedInRoute } from './signed-in.route.ts'
import { workRoute } from './work.routes.ts'

// One line per area; a page is added in its area's file and here.
const tree = rootRoute.addChildren([
  signInRoute,
  receiptsRoute,
  receiptRoute,
  raiseRoute,
  setupRoute,
  resultsRoute,
  resultRoute,
  bulletinRoute,
  signedInRoute.addChildren([
    homeRoute,
    meRoute,
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
    peopleRoute,
    grantsRoute,
    logRoute,
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
