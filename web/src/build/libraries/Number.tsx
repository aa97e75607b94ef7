import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LibrarySummary } from '@dj/shared/build/order/order.schema.ts'
import { filterOf, type Figure } from './figures.ts'

interface Props {
  readonly library: LibrarySummary
  readonly figure: Figure
  readonly under: string | undefined
}

/** A number, and the way to its rows; nothing to see behind a zero. */
export function Number({ library, figure, under }: Props) {
  const { t } = useTranslation(['libraries', 'shell'])
  const count = library[figure]
  const filter = filterOf(figure)
  const words = count.toLocaleString('en')
  // A point instead: the eye goes to where something is.
  if (count === 0)
    return (
      <span className="zero">
        <span aria-hidden="true">·</span>
        <span className="sr-only">0</span>
      </span>
    )
  if (filter === undefined) return <span>{words}</span>
  const { tier, owner } = library
  const where = owner === null ? { under } : { ownerId: owner.id }
  const label = t('number', { library: owner?.name ?? t(`shell:tier.${tier}`), figure: t(`figure.${figure}`), count })
  return (
    <Link to="/orders" search={{ tier, ...where, ...filter }} aria-label={label} className={`figure figure--${figure}`}>
      {words}
    </Link>
  )
}
