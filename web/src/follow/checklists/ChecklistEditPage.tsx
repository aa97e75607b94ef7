import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../platform/api/problem.ts'
import { forgetDraft } from '../../platform/form/kept-draft.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { checklistQueries } from './checklist.queries.ts'
import { ChecklistForm } from './ChecklistForm.tsx'
import { keptAs } from './use-checklist-draft.ts'
import './checklists.css'

/** 修改检查表: a new version, with a note why. */
export function ChecklistEditPage() {
  const { t } = useTranslation('checklists')
  const current = useQuery(checklistQueries.version())
  const [attempt, setAttempt] = useState(0)
  const startOver = () => {
    forgetDraft(keptAs)
    setAttempt(attempt + 1)
  }
  const back = <BackLink to="/checklist">{t('title')}</BackLink>
  if (!mayDo(useMe(), 'checklist.change')) {
    const error = new ApiProblem({ status: 403, code: 'auth.forbidden' })
    return <ErrorState error={error} level={1} who={t('who.may')} next={back} />
  }
  return (
    <>
      <PageHeader back={back} title={t('edit.title')} lead={t('edit.lead')} />
      {current.isPending && <SkeletonPage />}
      {current.isError && current.data === undefined && (
        <ErrorState error={current.error} onRetry={() => void current.refetch()} />
      )}
      {current.data !== undefined && <ChecklistForm key={attempt} current={current.data} onStartOver={startOver} />}
    </>
  )
}
