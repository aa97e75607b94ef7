import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DryRunRules } from '@dj/shared/county/settings/rule-numbers.schema.ts'
import type { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { ApiProblem } from '../../platform/api/problem.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { settingsQueries } from '../../county/settings/settings.queries.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { SkeletonList, SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { DryRunResult } from './DryRunResult.tsx'
import { ruleQueries } from './rule.queries.ts'
import { numbersOf, rulesOf } from '../../county/settings/rule-fields.ts'
import { RulesForm } from './RulesForm.tsx'
import './rules.css'

/** 规则试算: what changed thresholds would touch, before they are saved. */
export function RulesPage() {
  const { t } = useTranslation('rules')
  const settings = useQuery(settingsQueries.current())
  const back = <BackLink to="/settings">{t('back')}</BackLink>
  if (!mayDo(useMe(), 'rule.dry_run')) {
    const error = new ApiProblem({ status: 403, code: 'auth.forbidden' })
    return <ErrorState error={error} level={1} who={t('who')} next={back} />
  }
  return (
    <div className="rules">
      <PageHeader back={back} title={t('title')} lead={t('lead')} actions={<PrintButton>{t('print')}</PrintButton>} />
      {settings.isPending && <SkeletonPage />}
      {settings.isError && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isSuccess && <Trial view={settings.data} />}
    </div>
  )
}

function Trial({ view }: { view: SettingsView }) {
  const search = useSearch({ from: '/signed-in/rules' })
  const rules = DryRunRules.safeParse(rulesOf(view.settings, numbersOf(view.settings, search)))
  return (
    <>
      <RulesForm key={`${view.version} ${JSON.stringify(search)}`} view={view} search={search} />
      {rules.success && <Outcome rules={rules.data} />}
    </>
  )
}

function Outcome({ rules }: { rules: DryRunRules }) {
  const run = useQuery(ruleQueries.dryRun(rules))
  if (run.isPending) return <SkeletonList items={3} lines={2} />
  if (run.data === undefined || run.isError) return <ErrorState error={run.error} onRetry={() => void run.refetch()} />
  return <DryRunResult view={run.data} rules={rules} />
}
