import { DryRunView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { DryRunRules } from '@dj/shared/county/settings/rule-numbers.schema.ts'
import { operation } from '../../platform/http/spec.ts'
import { dryRunRules } from './dry-run-rules.ts'

export const ruleRoutes = [
  operation(
    {
      operation: 'rule.dry_run',
      method: 'post',
      path: '/rules/dry-run',
      tag: 'rules',
      summary: '规则试算 · What a changed rule on poor ratings would touch, before it is saved',
      body: DryRunRules,
      reply: DryRunView,
      repeatable: true,
      costs: 'search',
      refusals: [],
    },
    ({ deps, actor, body }) => dryRunRules(deps, { actor, ...body }),
  ),
]
