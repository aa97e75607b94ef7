import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../platform/api/problem.ts'
import { inspectionQueries } from '../../inspections/inspection.queries.ts'
import { roundQueries } from '../../rounds/rounds.queries.ts'
import { mayDo } from '../../../county/session/me.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { BackLink } from '../../../platform/ui/page/BackLink.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../../platform/ui/state/Skeleton.tsx'
import { RoundLink } from '../RoundLink.tsx'
import { ChooseSlips } from './ChooseSlips.tsx'
import { sheetsOfInspector, sheetsOfRound } from './slip-sheet.ts'
import { slipQueries } from '../slips.queries.ts'

/** 打印纸质检查单: an inspector's own, or with a round in the address what the desk may see of it. */
export function PrintSlipsPage() {
  const { t } = useTranslation('slips')
  const { round } = useSearch({ from: '/signed-in/inspections/slips/print' })
  const me = useMe()
  if (round !== undefined && mayDo(me, 'finding.enter_slip')) return <OfRound id={round} />
  if (mayDo(me, 'inspection.list')) return <Own />
  return (
    <>
      <PageHeader title={t('print.title')} />
      <ErrorState error={new ApiProblem({ status: 403, code: 'auth.forbidden' })} />
    </>
  )
}

function Own() {
  const { t } = useTranslation('inspections')
  const { person } = useMe()
  const { order } = useSearch({ from: '/signed-in/inspections/slips/print' })
  const list = useQuery(inspectionQueries.list(person.id))
  if (list.isPending) return <SkeletonPage />
  if (list.data === undefined) return <ErrorState error={list.error} level={1} onRetry={() => void list.refetch()} />
  const sheets = sheetsOfInspector(list.data.items, { id: person.id, alias: person.alias })
  return (
    <ChooseSlips
      sheets={sheets}
      checklist={list.data.checklist}
      only={order}
      back={<BackLink to="/inspections">{t('title')}</BackLink>}
    />
  )
}

function OfRound({ id }: { id: string }) {
  const { t } = useTranslation('slips')
  const round = useQuery(roundQueries.one(id))
  const targets = useQuery(slipQueries.targets(id))
  const checklist = useQuery(slipQueries.checklist())
  const asked = [round, targets, checklist]
  if (asked.some(({ isPending }) => isPending)) return <SkeletonPage />
  if (round.data === undefined || targets.data === undefined || checklist.data === undefined) {
    const retry = () => void Promise.all(asked.map(({ refetch }) => refetch()))
    return <ErrorState error={asked.find(({ isError }) => isError)?.error} level={1} onRetry={retry} />
  }
  return (
    <ChooseSlips
      sheets={sheetsOfRound(targets.data, round.data)}
      checklist={checklist.data}
      note={t('print.covered')}
      back={<RoundLink id={id} quarter={round.data.quarter} />}
    />
  )
}
