import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '@dj/shared/collect/need/import.schema.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { Counts } from './TrialReport.tsx'
import { RowTable } from './RowTable.tsx'

/** What became of the file: how many, where they are now, and what is still left in the workbook. */
export function ImportDone({ report, onAgain }: { report: ImportReport; onAgain: () => void }) {
  const { t } = useTranslation('import')
  const refused = report.rows.filter(({ outcome }) => outcome === 'refused')
  const filed = report.rows.filter(({ outcome, needId }) => outcome === 'create' && needId !== null)
  return (
    <section className="stack stack--wide" aria-labelledby="done-title">
      <div className="stack">
        <h2 id="done-title">{t('done.title', { name: report.fileName })}</h2>
        <Counts report={report} />
        <div className="row">
          <ButtonLink to="/desk" kind="primary" icon="desk">
            {t('done.desk')}
          </ButtonLink>
          <ButtonLink to="/needs" search={{ channel: 'import' }} icon="list">
            {t('done.list')}
          </ButtonLink>
          <ActionButton icon="upload" action={act(onAgain)}>
            {t('done.again')}
          </ActionButton>
        </div>
      </div>
      {refused.length > 0 && (
        <div className="stack">
          <h2>{t('done.left', { count: refused.length })}</h2>
          <p className="quiet">{t('done.left.note')}</p>
          <RowTable rows={refused} />
        </div>
      )}
      <Filed rows={filed} />
    </section>
  )
}

function Filed({ rows }: { rows: ImportReport['rows'] }) {
  const { t } = useTranslation('import')
  return (
    <details className="import__filed">
      <summary>{t('done.filed', { count: rows.length })}</summary>
      <ul>
        {rows.map(({ key, needId, body, requesterName }) => (
          <li key={key}>
            {needId !== null && (
              <Link to="/needs/$id" params={{ id: needId }}>
                {body}
              </Link>
            )}{' '}
            <span className="quiet">{requesterName}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
