import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LogEntry } from '@dj/shared/county/people/people.schema.ts'
import { isProblemCode } from '@dj/shared/problem.ts'
import { explain } from '../../platform/api/problem.ts'
import { DataTable, type Column } from '../../platform/ui/table/DataTable.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { isKind } from './kinds.ts'
import './log.css'

export function LogTable({ rows }: { rows: readonly LogEntry[] }) {
  const { t } = useTranslation('log')
  const columns: Column<LogEntry>[] = [
    { key: 'at', label: t('field.at'), render: ({ at }) => <DateText value={at} time /> },
    { key: 'kind', label: t('field.kind'), render: ({ kind }) => <KindOf kind={kind} /> },
    { key: 'by', label: t('field.by'), render: ({ by, byAlias }) => <By id={by} alias={byAlias} /> },
    { key: 'subject', label: t('field.subject'), render: ({ subject }) => <Subject subject={subject} /> },
    { key: 'data', label: t('field.data'), render: ({ kind, data }) => <Data kind={kind} data={data} /> },
  ]
  return <DataTable label={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

function KindOf({ kind }: { kind: string }) {
  const { t } = useTranslation('log')
  return (
    <>
      {isKind(kind) && <span>{t(`kind.${kind}`)}</span>}
      <code>{kind}</code>
    </>
  )
}

/** Who it was; the link shows what else they did. */
function By({ id, alias }: { id: string | null; alias: string | null }) {
  const { t } = useTranslation('log')
  const search = useSearch({ from: '/signed-in/log' })
  if (id === null) return <span className="quiet">{t('by.system')}</span>
  return (
    <Link to="/log" search={{ ...search, by: id }} title={id} className="log-id">
      {alias ?? id.slice(-8)}
    </Link>
  )
}

const named = ['need', 'order', 'claim', 'delivery', 'person', 'grant'] as const

function Subject({ subject }: Pick<LogEntry, 'subject'>) {
  const { t } = useTranslation('log')
  const search = useSearch({ from: '/signed-in/log' })
  if (subject === null) return null
  const kind = named.find((one) => one === subject.kind)
  return (
    <Link to="/log" search={{ ...search, about: subject.id }} title={subject.id}>
      {kind === undefined ? subject.kind : t(`subject.${kind}`)} {subject.name ?? <code>{subject.id.slice(-8)}</code>}
    </Link>
  )
}

/** Why, and how often by then. */
function Refused({ data: { code, count } }: Pick<LogEntry, 'data'>) {
  const { t } = useTranslation('log')
  return (
    <p>
      {typeof code === 'string' && isProblemCode(code) && explain(code)}{' '}
      <span className="quiet">{t('data.refused', { count: Number(count) })}</span>
    </p>
  )
}

function Data({ kind, data }: Pick<LogEntry, 'kind' | 'data'>) {
  const { t } = useTranslation('log')
  const size = Object.keys(data).length
  if (size === 0) return null
  return (
    <>
      {kind.endsWith('.refused') && <Refused data={data} />}
      <details className="log-data">
        <summary>{t('data.show', { count: size })}</summary>
        <pre>{JSON.stringify(data, null, 2)}</pre>
      </details>
    </>
  )
}
