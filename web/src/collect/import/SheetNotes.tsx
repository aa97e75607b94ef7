import { useTranslation } from 'react-i18next'
import type { ImportSheet, WrongTotal } from '@dj/shared/collect/need/import.schema.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'

/** What is to be said about whole sheets: totals that disagree, and columns that were not read. */
export function SheetNotes({ sheets }: { sheets: readonly ImportSheet[] }) {
  const { t, i18n } = useTranslation('import')
  // A list of units stands without any sign between them in Chinese.
  const format = new Intl.ListFormat(i18n.language, { type: 'conjunction', style: 'narrow' })
  const listed = (names: readonly string[]) => format.format(names)
  const wordsOf = ({ column, ...total }: WrongTotal) =>
    column === null ? t('total.needs', total) : t('total.column', { ...total, column })
  const notes = sheets.flatMap((sheet) => {
    const { unknownColumns, repeatedColumns, missingColumns } = sheet
    const left = [
      ['columns.unknown', unknownColumns],
      ['columns.repeated', repeatedColumns],
      ['columns.missing', missingColumns.map((column) => t(`column.${column}`))],
    ] as const
    const columns = left.flatMap(([key, names]) => (names.length === 0 ? [] : t(key, { columns: listed(names) })))
    const words = [...sheet.wrongTotals.map(wordsOf), ...columns]
    return words.map((note) => ({ sheet: sheet.name, note }))
  })
  if (notes.length === 0) return null
  return (
    <ul className="issues" aria-label={t('sheets.notes')}>
      {notes.map(({ sheet, note }) => (
        <li key={`${sheet} ${note}`} className="issue issue--warning">
          <Icon name="flag" size={16} label={t('level.warning')} />
          <span>
            <strong>{sheet}</strong> {note}
          </span>
        </li>
      ))}
    </ul>
  )
}
