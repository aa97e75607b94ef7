import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { AccountSlip } from '@dj/shared/county/people/account.schema.ts'
import { CopyButton } from '../../platform/ui/button/CopyButton.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { SlipPaper } from './SlipPaper.tsx'
import './accounts.css'

interface Props {
  readonly slips: readonly AccountSlip[]
  readonly county: string
  readonly children?: React.ReactNode
}

/** Codes that are shown this once: on screen, and each on a sheet of its own when printed. */
export function IssuedSlips({ slips, county, children }: Props) {
  const { t } = useTranslation('accounts')
  const shown = slips.filter(({ code }) => code !== null)
  return (
    <div className="stack">
      {slips.map((slip) => (
        <IssuedSlip key={slip.username} slip={slip} />
      ))}
      <p className="prose">{t(shown.length > 0 ? 'slip.once' : 'slip.gone')}</p>
      <div className="row">
        {shown.length > 0 && <PrintButton>{t('slip.print')}</PrintButton>}
        {children}
      </div>
      {/* On paper it stands alone, whatever is open on the screen. */}
      {createPortal(
        shown.map((slip) => <SlipPaper key={slip.username} slip={slip} county={county} />),
        document.body,
      )}
    </div>
  )
}

function IssuedSlip({ slip: { kind, alias, username, code, expiresAt } }: { slip: AccountSlip }) {
  const { t } = useTranslation('accounts')
  return (
    <section className="account-slip" aria-label={`${t(`slip.${kind}`)} ${alias}`}>
      <dl>
        <dt>{t('slip.owner')}</dt>
        <dd>{alias}</dd>
        <dt>{t('slip.username')}</dt>
        <dd className="account-slip__word">{username}</dd>
        {code !== null && (
          <>
            <dt>{t('slip.code')}</dt>
            <dd className="account-slip__code">{code}</dd>
          </>
        )}
        <dt>{t('slip.until')}</dt>
        <dd>
          <DateText value={expiresAt} time />
        </dd>
      </dl>
      {code !== null && <CopyButton text={code}>{t('slip.copy')}</CopyButton>}
    </section>
  )
}
