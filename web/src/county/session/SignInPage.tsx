import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Bare } from '../../platform/ui/page/Bare.tsx'
import { DoorLinks } from '../door/Doors.tsx'
import { SignInForm } from './SignInForm.tsx'
import './sign-in.css'

export function SignInPage() {
  const { t } = useTranslation(['session', 'shell'])
  const { from, why } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  return (
    <Bare>
      <title>{`${t('signIn.title')} · ${t('shell:product.name')}`}</title>
      <div className="sign-in">
        <section className="sign-in__door" aria-labelledby="sign-in-title">
          <h1 id="sign-in-title" tabIndex={-1}>
            {t('signIn.title')}
          </h1>
          {why !== undefined && (
            <p className="sign-in__why">{t(why === 'lost' ? 'signIn.lost' : 'signIn.signedOut')}</p>
          )}
          <SignInForm onSignedIn={() => navigate({ to: from ?? '/', replace: true })} />
          <p>
            <Link to="/open-account">{t('signIn.open')}</Link>
          </p>
          <p className="quiet">{t('signIn.forgot')}</p>
          <WithoutAccount />
        </section>
        <Loop />
      </div>
    </Bare>
  )
}

/** Most who come to this door have no account, and need none. */
function WithoutAccount() {
  const { t } = useTranslation('door')
  return (
    <nav className="sign-in__doors" aria-labelledby="without-account">
      <h2 id="without-account">{t('title')}</h2>
      <DoorLinks countyId={undefined} />
    </nav>
  )
}

const verbs = ['collect', 'build', 'claim', 'follow', 'close'] as const

/** The five verbs of the product: what somebody at the door may want to know. */
function Loop() {
  const { t } = useTranslation('session')
  return (
    <section className="loop" aria-labelledby="loop-title">
      <h2 id="loop-title">{t('loop.title')}</h2>
      <ol>
        {verbs.map((verb) => (
          <li key={verb}>
            <strong>{t(`loop.${verb}`)}</strong>
            <span>{t(`loop.${verb}.note`)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
