import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RaiseNeedOpenly, type NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import type { CountyDesk, CountyView } from '@dj/shared/county/organization/county.schema.ts'
import { PublicPage } from '../../county/door/PublicPage.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { useAnswers } from './answers.ts'
import { countyQueries } from '../../county/door/county.queries.ts'
import { Raised } from './Raised.tsx'
import { useRaise } from './raise.queries.ts'
import { asked, type Raise } from './raise.ts'
import { RaiseSteps } from './RaiseSteps.tsx'
import '../receipts/receipt.css'

/** Raising a need without an account, one thing at a time. */
export function RaisePage() {
  const { countyId } = useParams({ from: '/raise/$countyId' })
  const counties = useQuery(countyQueries.all())
  return (
    <PublicPage countyId={countyId}>
      <div className="plain">
        {counties.isPending && <SkeletonPage />}
        {counties.isError && <ErrorState error={counties.error} level={1} onRetry={() => void counties.refetch()} />}
        {counties.isSuccess && <Form county={counties.data.find(({ id }) => id === countyId)} />}
      </div>
    </PublicPage>
  )
}

function Form({ county }: { county: CountyView | undefined }) {
  const { t } = useTranslation('raise')
  if (county === undefined) return <EmptyState title={t('unknown.title')}>{t('unknown.body')}</EmptyState>
  return <Steps county={county} />
}

function Steps({ county }: { county: CountyView }) {
  const { step = 1, ...from } = useSearch({ from: '/raise/$countyId' })
  const navigate = useNavigate()
  const desk = useDesk(county, from.org)
  const { answers, keep, forget } = useAnswers('tab', `dj.raise.${county.id}`, {
    townId: desk?.townId ?? from.town ?? '',
  })
  const { mutateAsync: send } = useRaise(county.id)
  const [raised, setRaised] = useState<NeedReceipt>()
  const goTo = (next: number) =>
    void navigate({ to: '/raise/$countyId', params: { countyId: county.id }, search: { ...from, step: next } })
  const raise: Raise = {
    ...{ county, desk, answers, keep, step, send, photos: undefined, steps: asked.openly, schema: RaiseNeedOpenly },
    next: () => goTo(step + 1),
  }
  if (raised !== undefined) return <Raised receipt={raised} county={county} onAgain={() => location.reload()} />
  const done = (receipt: NeedReceipt) => {
    forget()
    setRaised(receipt)
    goTo(1)
  }
  return <RaiseSteps raise={raise} onRaised={done} />
}

/** Whose poster led here; one that is gone, or of elsewhere, is as none. */
function useDesk(county: CountyView, org: string | undefined): CountyDesk | undefined {
  const { data } = useQuery({ ...countyQueries.desk(county.id, org ?? ''), enabled: org !== undefined })
  return data
}
