import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MyRecord } from '../../claim/claims/mine/MyRecord.tsx'
import { mayDo } from '../../county/session/me.ts'
import { OwnResets } from '../../county/accounts/OwnResets.tsx'
import { OfficeContacts } from '../../county/organizations/OfficeContacts.tsx'
import { useMe, useSignOut } from '../../county/session/session.queries.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { usePhone } from '../../platform/ui/page/display.ts'
import { ElderSwitch, LanguageSwitch } from '../../platform/ui/page/DisplaySwitches.tsx'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { tabsFor, wordOf } from '../shell/nav.ts'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import './me.css'

export function MePage() {
  const { t } = useTranslation('me')
  const me = useMe()
  const phone = usePhone()
  return (
    <>
      <PageHeader title={me.person.alias} lead={me.person.homeOrganizationName ?? me.county.name} />
      <div className="me">
        {phone && <More />}
        {mayDo(me, 'claim.record') && <MyRecord />}
        <section className="me__section">
          <h2>{t('section.display')}</h2>
          <div className="row">
            <ElderSwitch />
            <LanguageSwitch />
          </div>
          <p className="quiet">{t('elder.note')}</p>
        </section>
        <Account />
        <OfficeContacts />
        <OwnResets />
        <SignOut />
      </div>
    </>
  )
}

/** What the tabs have no room for. */
function More() {
  const { t } = useTranslation(['me', 'shell'])
  const me = useMe()
  const { more } = tabsFor(me)
  if (more.length === 0) return null
  return (
    <nav className="me__section" aria-label={t('section.more')}>
      <h2>{t('section.more')}</h2>
      <ul className="me__more">
        {more.map(({ area, to, icon }) => (
          <li key={area}>
            <Link to={to}>
              <Icon name={icon} />
              <span>{t(`shell:${wordOf(area, me)}`)}</span>
              <Icon name="forward" size={16} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Account() {
  const { t } = useTranslation(['me', 'domain'])
  const me = useMe()
  return (
    <section className="me__section">
      <h2>{t('section.account')}</h2>
      <dl className="me__facts">
        <dt>{t('account.username')}</dt>
        <dd>{me.account.username}</dd>
        <dt>{t('account.organization')}</dt>
        <dd>{me.person.homeOrganizationName ?? t('account.organization.none')}</dd>
        <dt>{t('account.county')}</dt>
        <dd>{me.county.name}</dd>
        <dt>{t('account.roles')}</dt>
        {me.roles.map(({ role, organizationId, organizationName }) => (
          <dd key={`${role} ${organizationId}`}>
            {t(`domain:role.${role}`)} <span className="quiet">{organizationName}</span>
          </dd>
        ))}
      </dl>
      <div>
        <ButtonLink to="/me/password">{t('account.password')}</ButtonLink>
      </div>
    </section>
  )
}

function SignOut() {
  const { t } = useTranslation('session')
  return (
    <section aria-label={t('signOut.action')} className="stack">
      <div className="row">
        <ActionButton action={useSignOut(false)} icon="signOut">
          {t('signOut.action')}
        </ActionButton>
        <ActionButton action={useSignOut(true)}>{t('signOut.everywhere')}</ActionButton>
      </div>
      <p className="quiet">{t('signOut.note')}</p>
    </section>
  )
}
