import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { HotlineLink } from './HotlineLink.tsx'
import { RaiseLink } from './RaiseLink.tsx'
import { useCounty } from './use-county.ts'
import './doors.css'

/** At the foot of every public page. */
export function Doors({ countyId }: { countyId: string | undefined }) {
  const { t } = useTranslation('door')
  return (
    <footer className="doors">
      <nav aria-label={t('title')}>
        <DoorLinks countyId={countyId} />
      </nav>
    </footer>
  )
}

/** What anybody can do here without an account; where one is already is no way to go. */
export function DoorLinks({ countyId }: { countyId: string | undefined }) {
  const { t } = useTranslation('door')
  const county = useCounty(countyId)
  const path = useLocation({ select: ({ pathname }) => pathname })
  return (
    <>
      {!path.startsWith('/raise') && <RaiseLink county={county} />}
      {path !== '/receipt' && (
        <Link to="/receipt">
          <Icon name="search" />
          {t('receipt')}
        </Link>
      )}
      {county !== undefined && !path.startsWith('/notices') && (
        <Link to="/notices/$countyId" params={{ countyId: county.id }}>
          <Icon name="archive" />
          {t('notices')}
        </Link>
      )}
      {county?.hotline && <HotlineLink hotline={county.hotline} />}
    </>
  )
}
