import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeadView } from '@dj/shared/platform/seal/head.schema.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../platform/ui/button/ConfirmAction.tsx'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { type Column, DataTable } from '../../platform/ui/table/DataTable.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { HEADS_FILE, headQueries, useCountersign } from './heads.queries.ts'
import './log.css'

const FIRST = 5

/** Where the chain of events ended each morning: kept elsewhere and counter-signed, so that nobody can rewrite the log unseen. */
export function Heads() {
  const { t } = useTranslation('log')
  const heads = useQuery(headQueries.list())
  return (
    <section className="log-heads" id="heads" aria-labelledby="heads-title">
      <h2 id="heads-title">{t('heads.title')}</h2>
      <p className="prose">{t('heads.lead')}</p>
      {heads.isPending && <SkeletonList items={2} lines={1} />}
      {heads.isError && <ErrorState error={heads.error} onRetry={() => void heads.refetch()} />}
      {heads.data?.items.length === 0 && <p className="quiet">{t('heads.none')}</p>}
      {heads.data !== undefined && heads.data.items.length > 0 && <Listed heads={heads.data.items} />}
    </section>
  )
}

function Listed({ heads }: { heads: readonly HeadView[] }) {
  const { t } = useTranslation(['log', 'shell'])
  const [all, setAll] = useState(false)
  const columns: Column<HeadView>[] = [
    { key: 'day', label: t('heads.day'), render: ({ day }) => <DateText value={day} /> },
    { key: 'seq', label: t('heads.seq'), render: ({ seq }) => seq },
    { key: 'hash', label: t('heads.hash'), render: ({ hash }) => <code className="log-hash">{hash}</code> },
    { key: 'signed', label: t('heads.signed'), render: (head) => <Signature head={head} /> },
  ]
  return (
    <>
      <DataTable
        label={t('heads.title')}
        columns={columns}
        rows={all ? heads : heads.slice(0, FIRST)}
        rowKey={({ day }) => day}
      />
      <div className="log-heads__acts">
        {!all && heads.length > FIRST && (
          <ActionButton action={act(() => setAll(true))}>{t('heads.all', { count: heads.length })}</ActionButton>
        )}
        <a className="btn btn--default" href={HEADS_FILE} download="heads.txt">
          <Icon name="download" />
          {t('heads.save')}
        </a>
      </div>
    </>
  )
}

function Signature({ head }: { head: HeadView }) {
  const { t } = useTranslation('log')
  const sign = useCountersign(head)
  const { day, seq, hash, countersignedBy, countersignedAt } = head
  if (countersignedAt !== null)
    return (
      <>
        {countersignedBy} <DateText value={countersignedAt} time />
      </>
    )
  return (
    <ConfirmAction
      action={sign}
      kind="primary"
      question={t('heads.question', { day })}
      consequence={
        <>
          <p>{t('heads.consequence')}</p>
          <p>
            {seq} <code className="log-hash">{hash}</code>
          </p>
        </>
      }
      confirmLabel={t('heads.sign')}
      label={t('heads.sign_day', { day })}
    >
      {t('heads.sign')}
    </ConfirmAction>
  )
}
