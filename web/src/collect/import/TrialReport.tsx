import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReport, ImportRow } from '@dj/shared/collect/need/import.schema.ts'
import { FilterChip } from '../../platform/ui/button/Chip.tsx'
import { ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Duplicates } from './Duplicates.tsx'
import type { ImportRun } from './use-import.ts'
import { Ledger } from './Ledger.tsx'
import { SheetNotes } from './SheetNotes.tsx'
import { RowTable } from './RowTable.tsx'

const faces = ['all', 'refused', 'warnings', 'duplicates', 'known', 'repeated'] as const
type Face = (typeof faces)[number]

const shows: Record<Face, (row: ImportRow) => boolean> = {
  all: () => true,
  refused: ({ outcome }) => outcome === 'refused',
  warnings: ({ issues }) => issues.some(({ level }) => level === 'warning'),
  duplicates: ({ duplicateOf }) => duplicateOf !== null,
  known: ({ outcome }) => outcome === 'known',
  repeated: ({ outcome }) => outcome === 'repeated',
}

/** What every row would become, and what to do about those that cannot. */
export function TrialReport({ report, run }: { report: ImportReport; run: ImportRun }) {
  const { t } = useTranslation('import')
  const [face, setFace] = useState<Face>('all')
  const pairs = report.rows.filter(({ outcome, duplicateOf }) => outcome === 'create' && duplicateOf !== null)
  return (
    <section className="stack stack--wide" aria-labelledby="report-title">
      <div className="stack">
        <h2 id="report-title" tabIndex={-1}>
          {t('report.title')}
        </h2>
        <Counts report={report} />
        <Apply report={report} run={run} />
      </div>
      {pairs.length > 0 && <Duplicates rows={pairs} run={run} />}
      <div className="stack">
        <h2>{t('rows.title')}</h2>
        <div className="row">
          {faces.map((each) => (
            <FilterChip key={each} on={face === each} onChange={() => setFace(each)}>
              {t(`face.${each}`)} {report.rows.filter(shows[each]).length.toLocaleString('en')}
            </FilterChip>
          ))}
        </div>
        <RowTable rows={report.rows.filter(shows[face])} />
        {report.omitted > 0 && <p className="quiet">{t('omitted', { count: report.omitted })}</p>}
      </div>
    </section>
  )
}

export function Counts({ report }: { report: ImportReport }) {
  const { t } = useTranslation('import')
  const names = ['rows', 'create', 'refused', 'known', 'repeated', 'warnings', 'duplicates'] as const
  const skipped = report.sheets.filter((sheet) => sheet.skipped !== null).map(({ name }) => name)
  return (
    <>
      <dl className="import__counts">
        {names.map((name) => (
          <div key={name}>
            <dt>{t(report.dryRun ? `count.${name}` : `done.${name}`)}</dt>
            <dd>{report.counts[name].toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <SheetNotes sheets={report.sheets} />
      <Ledger report={report} />
      {skipped.length > 0 && <p className="quiet">{t('skipped', { names: skipped.join('、') })}</p>}
    </>
  )
}

function Apply({ report, run }: { report: ImportReport; run: ImportRun }) {
  const { t } = useTranslation('import')
  const { create, refused } = report.counts
  return (
    <div className="stack">
      <p>{t(refused > 0 ? 'apply.partly' : 'apply.note', { refused })}</p>
      <div>
        <ActionButton
          kind="primary"
          icon="check"
          action={run.apply}
          disabledReason={create === 0 ? t('apply.nothing') : undefined}
        >
          {t('apply', { count: create })}
        </ActionButton>
      </div>
    </div>
  )
}
