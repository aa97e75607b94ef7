import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

const DeskSearch = z.object({
  /** The desk sat at, for those who have several. */
  org: z.uuid().optional().catch(undefined),
  /** The face shown where the screen has room for one. */
  column: z.enum(['waiting', 'drafts', 'hand']).optional().catch(undefined),
})

const desk = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/desk',
  validateSearch: DeskSearch,
  component: page(() => import('../../../meet/desk/DeskPage.tsx'), 'DeskPage'),
})

// The desk itself opens the sheet: the list stays beside it.
const edit = createRoute({ getParentRoute: () => desk, path: '/orders/$id/edit' })

export const deskRoute = desk.addChildren([edit])
