import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InspectionList, InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import { ApiProblem } from '../../platform/api/problem.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { TierMark } from '../../build/marks/TierMark.tsx'
import { ConflictPanel } from './visit/ConflictPanel.tsx'
import { FinalFinding } from './FinalFinding.tsx'
import { inspectionQueries } from './inspection.queries.ts'
import { NextVisit } from './NextVisit.tsx'
import { OfflineNote } from './outbox/OfflineNote.tsx'
import { Said } from './visit/Said.tsx'
import { syncStateOf } from './outbox/sync-state.ts'
import { SyncMark } from './outbox/SyncMark.tsx'
import { useOutbox } from './outbox/use-outbox.ts'
import { WhomToCall } from './visit/WhomToCall.tsx'
import { VisitForm } from './visit/VisitForm.tsx'
import { keyOf } from './visit/writing.ts'
import '../../platform/form/form.css'
import '../../build/orders/facts.css'
import '../../platform/photos/photos.css'
import './inspections.css'

/** One order at a time: what to look at, what was said, what is found. */
export function InspectionPage() {
  const visit = useParams({ from: '/signed-in/inspections/$roundId/$orderId' })
  const { writings } = useOutbox()
  const query = useQuery(inspectionQueries.list(useMe().person.id))
  if (query.isPending || writings === undefined) return <SkeletonPage />
  const inspection = query.data?.items.find((item) => keyOf(item) === keyOf(visit))
  if (query.data === undefined || inspection === undefined) {
    const error = query.error ?? new ApiProblem({ status: 404, code: 'inspection.not_assigned' })
    return <ErrorState error={error} level={1} onRetry={() => void query.refetch()} next={<Back />} />
  }
  return <Inspection inspection={inspection} list={query.data} />
}

interface Props {
  readonly inspection: InspectionView
  readonly list: InspectionList
}

function Inspection({ inspection, list }: Props) {
  const { t } = useTranslation(['inspections', 'slips'])
  const { writings } = useOutbox()
  const writing = writings?.get(keyOf(inspection))
  return (
    <article className="inspection">
      <PageHeader
        back={<Back />}
        title={inspection.title}
        lead={
          <span className="row">
            <TierMark tier={inspection.tier} />
            <span className="facts">
              {inspection.number !== null && <span>{inspection.number}</span>}
              <span>{t(`basis.${inspection.basis}`)}</span>
            </span>
            <SyncMark state={syncStateOf(inspection, writing)} />
          </span>
        }
        actions={
          !inspection.locked && (
            <ButtonLink to="/inspections/slips/print" search={{ order: inspection.orderId }} icon="print">
              {t('slips:print.link')}
            </ButtonLink>
          )
        }
      />
      <OfflineNote asOf={list.asOf} />
      <WhatToLookAt inspection={inspection} />
      <Said inspection={inspection} />
      {inspection.callBackDue && !inspection.locked && <WhomToCall inspection={inspection} />}
      {writing?.theirs ? (
        <ConflictPanel
          key={writing.theirs.version}
          writing={writing}
          theirs={writing.theirs}
          checklist={list.checklist}
        />
      ) : inspection.locked && inspection.finding !== null ? (
        <FinalFinding finding={inspection.finding} />
      ) : (
        <VisitForm inspection={inspection} checklist={list.checklist} />
      )}
      {(inspection.locked || writing?.final === true) && <NextVisit all={list.items} done={inspection} />}
    </article>
  )
}

function WhatToLookAt({ inspection }: { inspection: InspectionView }) {
  const { t } = useTranslation('inspections')
  const facts = {
    ask: inspection.ask,
    acceptance: inspection.acceptance,
    location: inspection.location,
    owner: inspection.owner,
    claimants: inspection.claimants.join('、'),
  }
  return (
    <section className="stack" aria-labelledby="look">
      <h2 id="look">{t('look.title')}</h2>
      <dl className="inspection__facts">
        {(['ask', 'acceptance', 'location', 'owner', 'claimants'] as const).map((name) =>
          facts[name] === null || facts[name] === '' ? null : (
            <div key={name}>
              <dt>{t(`look.${name}`)}</dt>
              <dd className="inspection__words">{facts[name]}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}

function Back() {
  const { t } = useTranslation('inspections')
  return <BackLink to="/inspections">{t('title')}</BackLink>
}
