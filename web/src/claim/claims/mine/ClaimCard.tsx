import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { claimActionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { ButtonLink } from '../../../platform/ui/button/ButtonLink.tsx'
import { Chip } from '../../../platform/ui/button/Chip.tsx'
import { DateText } from '../../../platform/ui/time/DateText.tsx'
import { TierMark } from '../../../build/marks/TierMark.tsx'
import { Clock } from './Clock.tsx'
import { NextStep } from './NextStep.tsx'
import { Participation } from '../Participation.tsx'
import { ShareBar } from './ShareBar.tsx'

/** One of my claims: what, its clock and light, how far it is, and the next step to take. */
export function ClaimCard({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation(['claims', 'domain'])
  return (
    <li className="claim-card">
      <Title claim={claim} />
      <div className="claim-card__line">
        {claim.state !== 'active' && <Chip>{t(`domain:claimState.${claim.state}`)}</Chip>}
        <When claim={claim} />
      </div>
      {claim.state === 'active' && claim.share !== null && <ShareBar share={claim.share} />}
      <p className="quiet">
        <NextStep claim={claim} />
      </p>
      <Participation claim={claim} />
      {claim.mine && claimActionRefusal(claim.state, 'report') === undefined && <Work claim={claim} />}
    </li>
  )
}

function Title({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation('claims')
  return (
    <>
      <h2 className="claim-card__title">
        <Link to="/claims/$id" params={{ id: claim.id }}>
          {claim.order.title}
        </Link>
      </h2>
      <div className="claim-card__line">
        <TierMark tier={claim.order.tier} />
        <p className="facts">
          <span>{claim.order.ownerName}</span>
          {claim.claimantKind !== 'member' && <span>{t('for', { who: claim.claimant })}</span>}
        </p>
      </div>
    </>
  )
}

function Work({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation('claims')
  const to = { to: '/claims/$id', params: { id: claim.id } } as const
  return (
    <div className="row">
      <ButtonLink {...to} search={{ do: 'report' }} icon="note">
        {t('report.action')}
      </ButtonLink>
      <ButtonLink {...to} search={{ do: 'deliver' }} icon="flag">
        {t('deliver.action')}
      </ButtonLink>
    </div>
  )
}

function When({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation('claims')
  if (claim.deadline !== null) return <Clock deadline={claim.deadline} light={claim.light} />
  return (
    claim.endedAt !== null && (
      <span className="quiet">
        {t('endedAt')} <DateText value={claim.endedAt} />
      </span>
    )
  )
}
