import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DisplaySwitches } from './DisplaySwitches.tsx'
import { Mark } from '../mark/Mark.tsx'
import { Notices } from '../state/Notices.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import '../button/bar.css'
import './shell.css'
import './bare.css'

interface Props {
  readonly children: React.ReactNode
  /** Below everything. */
  readonly foot?: React.ReactNode
}

/** The frame of pages without an account: sign-in, receipts, 404 for strangers. */
export function Bare({ children, foot }: Props) {
  const { t } = useTranslation()
  return (
    <div className="bare">
      <a className="skip" href="#main">
        {t('skip.toContent')}
      </a>
      <header className="bar">
        <Link to="/" className="bar__brand">
          <Mark />
          <span>{t('product.name')}</span>
        </Link>
        <div className="bar__end">
          <DisplaySwitches />
        </div>
      </header>
      <main id="main" className="bare__main" tabIndex={-1}>
        <OfflineBanner />
        <div className="bare__page">{children}</div>
      </main>
      {foot}
      <Notices />
    </div>
  )
}
