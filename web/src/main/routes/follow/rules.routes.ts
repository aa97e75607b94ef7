import { createRoute } from '@tanstack/react-router'
import { RuleSearch } from '../../../county/settings/rule-fields.ts'
import { page } from '../page.tsx'
import { signedInRoute } from '../signed-in.route.ts'

export const rulesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rules',
  validateSearch: RuleSearch,
  component: page(() => import('../../../follow/rules/RulesPage.tsx'), 'RulesPage'),
})
