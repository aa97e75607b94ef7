import { useTranslation } from 'react-i18next'
import type { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { QrCode } from '../../platform/ui/mark/QrCode.tsx'

/** 整改通知书 for A4: numbered, with a line for what was done about each item, and places to sign. On paper only. */
export function NoticePaper({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  const me = useMe()
  const address = `${window.location.origin}/rectifications/${notice.id}`
  return (
    <section className="notice-paper" aria-label={t('paper.title')}>
      <header>
        <div>
          <p>{me.county.name}</p>
          <h2>{t('paper.title')}</h2>
          <p className="notice-paper__number">{notice.number}</p>
        </div>
        <QrCode text={address} label={t('paper.qr')} />
      </header>
      <p>{t('paper.to', { owner: notice.owner.name })}</p>
      <p>{t(`paper.opening.${notice.cause}`, { title: notice.order.title, number: notice.order.number ?? '—' })}</p>
      <ol>
        {notice.items.map((item) => (
          <li key={item.item}>
            <p>{item.words}</p>
            <p className="notice-paper__line">
              {t('paper.done')}
              {item.done}
            </p>
          </li>
        ))}
      </ol>
      <p>
        {t('paper.deadline')}
        <LastDay deadline={notice.deadlineAt} />
      </p>
      <p>{t('paper.after')}</p>
      <dl>
        <div>
          <dt>{t('paper.responsible')}</dt>
          <dd>{notice.responsible?.alias}</dd>
        </div>
        <div>
          <dt>{t('paper.issuer')}</dt>
          <dd>
            <DateText value={notice.issuedAt} />
          </dd>
        </div>
      </dl>
    </section>
  )
}
