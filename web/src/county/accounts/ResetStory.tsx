import { useTranslation } from 'react-i18next'
import type { OwnReset } from '@dj/shared/county/people/account.schema.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'

type Told = Omit<OwnReset, 'told'>

/** Who asked and why, who confirmed, and what became of it. */
export function ResetStory({ reset }: { reset: Told }) {
  const { t } = useTranslation('accounts')
  const { kind, state, reason, askedBy, askedAt, confirmedBy, issuedAt, until, endedAt } = reset
  const who = askedBy ?? t('reset.setup')
  return (
    <ol className="reset__story">
      <li>
        <DateText value={askedAt} time /> {t(kind === 'opening' ? 'story.opened' : 'story.asked', { who })}
        {reason !== null && <span className="quiet">{t('story.reason', { reason })}</span>}
      </li>
      {issuedAt !== null && confirmedBy !== null && (
        <li>
          <DateText value={issuedAt} time /> {t('story.confirmed', { who: confirmedBy })}
        </li>
      )}
      {state === 'used' && endedAt !== null && (
        <li>
          <DateText value={endedAt} time /> {t('story.used')}
        </li>
      )}
      {(state === 'withdrawn' || state === 'replaced') && endedAt !== null && (
        <li>
          <DateText value={endedAt} time /> {t(`story.${state}`)}
        </li>
      )}
      {(state === 'asked' || state === 'issued' || state === 'lapsed') && (
        <li>
          {t(state === 'lapsed' ? 'story.lapsed' : 'story.until')} <DateText value={until} time />
        </li>
      )}
    </ol>
  )
}
