import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const checklistRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/checklist',
  validateSearch: z.object({ version: z.int().positive().optional().catch(undefined) }),
  component: page(() => import('../../../follow/checklists/ChecklistPage.tsx'), 'ChecklistPage'),
})

export const editChecklistRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/checklist/edit',
  component: page(() => import('../../../follow/checklists/ChecklistEditPage.tsx'), 'ChecklistEditPage'),
})
