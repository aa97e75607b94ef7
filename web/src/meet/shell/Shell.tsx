import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ConfirmHost } from '../../county/session/ConfirmHost.tsx'
import { useMe } from '../../county/session/session.queries.ts'
import { DisplaySwitches } from '../../platform/ui/page/DisplaySwitches.tsx'
import { usePhone } from '../../platform/ui/page/display.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { Mark } from '../../platform/ui/mark/Mark.tsx'
import { navigationFor, tabsFor, wordOf } from './nav.ts'
import { Notices } from '../../platform/ui/state/Notices.tsx'
import { OfflineBanner } from '../../platform/ui/page/OfflineBanner.tsx'
import '../../platform/ui/button/bar.css'
import './nav.css'
import '../../platform/ui/page/shell.css'

/** The house around every page of somebody who is signed in: side navigation on the desk, tabs on a phone. */
export function Shell({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation()
  const phone = usePhone()
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip.toContent')}
      </a>
      <TopBar />
      {phone ? <Tabs /> : <SideNav />}
      <main id="main" className="shell__main" tabIndex={-1}>
        <OfflineBanner />
        <div className="shell__page">{children}</div>
      </main>
      <Notices />
      <ConfirmHost />
    </div>
  )
}

function TopBar() {
  const { t } = useTranslation()
  const me = useMe()
  const phone = usePhone()
  return (
    <header className="bar">
      <Link to="/" className="bar__brand">
        <Mark />
        <span>{t('product.name')}</span>
      </Link>
      <span className="bar__county">{me.county.name}</span>
      {me.county.demo && (
        <span className="chip chip--demo" title={t('demo.explain')}>
          {t('demo.badge')}
        </span>
      )}
      {!phone && (
        <div className="bar__end">
          <DisplaySwitches />
          <Link to="/me" className="bar__me">
            <Icon name="person" />
            <span>{me.person.alias}</span>
            {me.person.homeOrganizationName !== null && (
              <span className="bar__organization">{me.person.homeOrganizationName}</span>
            )}
          </Link>
        </div>
      )}
    </header>
  )
}

function SideNav() {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <nav className="side" aria-label={t('nav.main')}>
      <ul>
        {navigationFor(me).map(({ area, to, icon }) => (
          <li key={area}>
            <Link to={to} className="side__item">
              <Icon name={icon} />
              <span>{t(wordOf(area, me))}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Tabs() {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <nav className="tabs" aria-label={t('nav.main')}>
      <ul>
        {tabsFor(me).tabs.map(({ area, to, icon }) => (
          <li key={area}>
            <Link to={to} className="tabs__item">
              <Icon name={icon} size={24} />
              <span>{t(`nav.${area}.short`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
