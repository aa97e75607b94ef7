import { useTranslation } from 'react-i18next'
import { DuplicateChoice, type ImportRow } from '@dj/shared/collect/need/import.schema.ts'
import { RadioGroup } from '../../platform/form/controls.tsx'
import type { ImportRun } from './use-import.ts'

/** Probable duplicates side by side; a person decides, and without a decision both are kept. */
export function Duplicates({ rows, run }: { rows: readonly ImportRow[]; run: ImportRun }) {
  const { t } = useTranslation('import')
  return (
    <section className="stack" aria-labelledby="duplicates-title">
      <h2 id="duplicates-title">{t('duplicates.title', { count: rows.length })}</h2>
      <p className="quiet prose">{t('duplicates.note')}</p>
      {rows.map((row) => (
        <Pair key={row.key} row={row} run={run} />
      ))}
    </section>
  )
}

function Pair({ row, run }: { row: ImportRow; run: ImportRun }) {
  const { t } = useTranslation('import')
  const other = row.duplicateOf
  if (other === null) return null
  return (
    <article className="pair">
      <div className="pair__side">
        <h3>{t('duplicates.this', { sheet: row.sheet, row: row.row })}</h3>
        <p>{row.body}</p>
        <p className="quiet">{row.requesterName}</p>
      </div>
      <div className="pair__side">
        <h3>
          {other.key === null ? t('duplicates.stored') : t('duplicates.row', { key: other.key.replace('!', ' · ') })}
        </h3>
        <p>{other.body}</p>
        <p className="quiet">{t('duplicates.score', { percent: Math.round(other.score * 100) })}</p>
      </div>
      <div className="pair__choice">
        <RadioGroup
          name={`choice-${row.key}`}
          legend={t('duplicates.choice')}
          value={run.decisions[row.key] ?? 'keep'}
          onValue={(choice) => run.decide(row.key, DuplicateChoice.parse(choice))}
          options={DuplicateChoice.options.map((value) => ({ value, label: t(`choice.${value}`) }))}
        />
      </div>
    </article>
  )
}
