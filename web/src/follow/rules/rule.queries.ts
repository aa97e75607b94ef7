import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { DryRunView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { type DryRunRules } from '@dj/shared/county/settings/rule-numbers.schema.ts'
import { request } from '../../platform/api/client.ts'

export const ruleQueries = {
  root: ['rules'] as const,
  /** Asks by POST and changes nothing. */
  dryRun: (rules: DryRunRules) =>
    queryOptions({
      queryKey: [...ruleQueries.root, 'dry-run', rules],
      queryFn: ({ signal }) => request('POST', '/rules/dry-run', { body: rules, schema: DryRunView, signal }),
      placeholderData: keepPreviousData,
    }),
}
