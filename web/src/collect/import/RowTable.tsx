import { useTranslation } from 'react-i18next'
import type { ImportRow } from '@dj/shared/collect/need/import.schema.ts'
import { useState } from 'react'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { Issues } from './Issues.tsx'

const step = 100

/** The rows of the file, sheet by sheet, as they stand there. */
export function RowTable({ rows }: { rows: readonly ImportRow[] }) {
  const { t } = useTranslation(['import', 'shell'])
  const [shown, setShown] = useState(step)
  const sheets = Map.groupBy(rows.slice(0, shown), ({ sheet }) => sheet)
  if (rows.length === 0) return <p className="quiet">{t('rows.none')}</p>
  return (
    <>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{t('head.row')}</th>
            <th scope="col">{t('head.need')}</th>
            <th scope="col">{t('head.outcome')}</th>
            <th scope="col">{t('head.issues')}</th>
          </tr>
        </thead>
        {[...sheets].map(([sheet, of]) => (
          <tbody key={sheet}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                {sheet}
              </th>
            </tr>
            {of.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        ))}
      </table>
      {rows.length > shown && (
        <ActionButton action={act(() => setShown(shown + step))}>{t('shell:list.more')}</ActionButton>
      )}
    </>
  )
}

const unread = ['import.quote_unescaped', 'import.row_too_wide']
const wordless = ({ issues }: ImportRow) =>
  issues.some(({ code }) => unread.includes(code)) ? 'row.unreadable' : 'row.noBody'

function Row({ row }: { row: ImportRow }) {
  const { t } = useTranslation('import')
  return (
    <tr>
      <td className="import-table__row">{t('row', { row: row.row })}</td>
      <td>
        <p className="import-table__body">{row.body === '' ? t(wordless(row)) : row.body}</p>
        <p className="quiet">{[row.requesterName, row.town].filter(Boolean).join(' · ')}</p>
      </td>
      <td>
        <Chip>{t(`outcome.${row.outcome}`)}</Chip>
      </td>
      <td>
        {row.repeats !== null && <p>{t('row.repeats', { key: row.repeats.replace('!', ' · ') })}</p>}
        <Issues issues={row.issues} />
      </td>
    </tr>
  )
}
