import { useTranslation } from 'react-i18next'
import type { AccountSlip } from '@dj/shared/county/people/account.schema.ts'
import { QrCode } from '../../platform/ui/mark/QrCode.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'

/** Where a slip leads; the code itself is in no address. */
const addressOf = (username: string) => `${window.location.origin}/open-account?u=${encodeURIComponent(username)}`

/** 开户凭条 or 密码重置凭条 on a sheet of A5. */
export function SlipPaper({ slip, county }: { slip: AccountSlip; county: string }) {
  const { t } = useTranslation('accounts')
  const address = addressOf(slip.username)
  const owner = slip.name === null ? slip.alias : `${slip.name}（${slip.alias}）`
  return (
    <section className="account-paper" aria-label={t(`slip.${slip.kind}`)}>
      <header>
        <h2>{t(`slip.${slip.kind}`)}</h2>
        <p>{t('slip.county', { county })}</p>
      </header>
      <dl>
        <dt>{t('slip.owner')}</dt>
        <dd>{owner}</dd>
        <dt>{t('slip.username')}</dt>
        <dd className="account-paper__code">{slip.username}</dd>
        <dt>{t('slip.code')}</dt>
        <dd className="account-paper__code">{slip.code}</dd>
        <dt>{t('slip.until')}</dt>
        <dd>
          <DateText value={slip.expiresAt} time />
        </dd>
      </dl>
      <div className="account-paper__how">
        <div>
          <h3>{t('slip.how')}</h3>
          <ol>
            <li>{t('slip.step1')}</li>
            <li>{t('slip.step2')}</li>
            <li>{t('slip.step3')}</li>
          </ol>
          <p className="account-paper__address">{address}</p>
        </div>
        <QrCode text={address} label={t('slip.qr')} />
      </div>
      <p>{t('slip.warning')}</p>
    </section>
  )
}
