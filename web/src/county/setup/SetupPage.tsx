import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetupDone } from '@dj/shared/county/people/setup.schema.ts'
import { Bare } from '../../platform/ui/page/Bare.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { IssuedSlips } from '../accounts/IssuedSlips.tsx'
import { SetupForm } from './SetupForm.tsx'
import { setupQueries } from './setup.queries.ts'
import './setup.css'

/** The first run: one county, its towns, and three administrators who are three people. */
export function SetupPage() {
  const setup = useQuery(setupQueries.view())
  const [done, setDone] = useState<SetupDone>()
  return (
    <Bare>
      <div className="setup">
        {setup.isPending && <SkeletonPage />}
        {setup.isError && <ErrorState error={setup.error} level={1} onRetry={() => void setup.refetch()} />}
        {setup.isSuccess &&
          (done !== undefined ? (
            <Done done={done} />
          ) : setup.data.available ? (
            <SetupForm counties={setup.data.counties} onDone={setDone} />
          ) : (
            <Closed />
          ))}
      </div>
    </Bare>
  )
}

function Closed() {
  const { t } = useTranslation(['setup', 'shell'])
  return (
    <>
      <PageHeader title={t('closed.title')} lead={t('closed.body')} />
      <ButtonLink to="/sign-in" kind="primary">
        {t('shell:action.signIn')}
      </ButtonLink>
    </>
  )
}

function Done({ done: { county, usernames, slips } }: { done: SetupDone }) {
  const { t } = useTranslation(['setup', 'shell'])
  return (
    <div className="stack">
      <PageHeader title={t('done.title', { county: county.name })} lead={t('done.body')} />
      <ol className="setup__done">
        {usernames.map((username, nth) => (
          <li key={username}>
            {t(nth === 0 ? 'system' : nth === 1 ? 'security' : 'audit')} <code>{username}</code>
          </li>
        ))}
      </ol>
      <IssuedSlips slips={slips} county={county.name} />
      <p>{t('done.next')}</p>
      <div>
        <ButtonLink to="/sign-in" kind="primary">
          {t('shell:action.signIn')}
        </ButtonLink>
      </div>
    </div>
  )
}
