import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import type { Sent } from './use-send-slips.ts'

/** What became of the batch, with a way to each order. */
export function SlipSummary({ report: { stored, refused } }: { report: Sent }) {
  const { t } = useTranslation('slips')
  return (
    <section className="slip-summary">
      <output>
        <p className="slip-summary__count">
          <Icon name={stored.length === 0 ? 'alert' : 'check'} size={16} />
          {t('sent', { count: stored.length })}
        </p>
        {refused > 0 && <p>{t('sent.refused', { count: refused })}</p>}
      </output>
      <ul>
        {stored.map(({ id, orderId, number, title }) => (
          <li key={id}>
            <Link to="/orders/$id" params={{ id: orderId }}>
              {number} {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
