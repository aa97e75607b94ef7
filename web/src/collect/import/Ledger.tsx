import { useTranslation } from 'react-i18next'
import type { ImportReport, RowList } from '@dj/shared/collect/need/import.schema.ts'

const lots = ['create', 'refused', 'known', 'repeated'] as const

/** Rows in = needs + refused rows + duplicates, and each row by its number. */
export function Ledger({ report: { counts, ledger } }: { report: ImportReport }) {
  const { t } = useTranslation('import')
  const { rows, create, refused, known, repeated } = counts
  const aside = Map.groupBy(ledger.setAside, ({ why }) => why)
  return (
    <div className="import__ledger">
      <p>{t('ledger.sum', { rows, create, refused, known, repeated })}</p>
      <details>
        <summary>{t('ledger.title')}</summary>
        <dl>
          {lots.map((lot) => (
            <Lot key={lot} name={t(`ledger.${lot}`)} rows={ledger[lot]} />
          ))}
          {[...aside].map(([why, of]) => (
            <Lot key={why} name={t(`aside.${why}`)} rows={of} />
          ))}
        </dl>
      </details>
    </div>
  )
}

function Lot({ name, rows }: { name: string; rows: readonly RowList[] }) {
  const { t } = useTranslation('import')
  if (rows.length === 0) return null
  return (
    <>
      <dt>{name}</dt>
      {rows.map(({ sheet, rows: list }) => (
        <dd key={sheet}>{t('ledger.rows', { sheet, rows: list })}</dd>
      ))}
    </>
  )
}
