import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { participantsRefusal } from '@dj/shared/claim/claim/participant.rules.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { ParticipantsSheet } from './sheets/ParticipantsSheet.tsx'

/** Who takes part in a collective claim, and who was asked; while it goes on, whoever works on it changes that. */
export function Participants({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation('claims')
  const [changing, setChanging] = useState(false)
  const changes = claim.mine && participantsRefusal(claim) === undefined
  if (claim.participants.length === 0 && !changes) return null
  return (
    <section className="order__section" aria-labelledby="claim-participants">
      <h2 id="claim-participants">{t('participants.heading', { count: claim.participants.length })}</h2>
      <ul className="holders">
        {claim.participants.map(({ personId, alias, organizationName, state }) => (
          <li key={personId} className="holder">
            <div className="holder__who">
              <strong>{alias}</strong>
              <span className="quiet">{organizationName}</span>
              <Chip>{t(`participant.${state}`)}</Chip>
            </div>
          </li>
        ))}
      </ul>
      {changes && (
        <ActionButton icon="people" action={act(() => setChanging(true))}>
          {t('participants.change')}
        </ActionButton>
      )}
      {changes && changing && <ParticipantsSheet claim={claim} onClose={() => setChanging(false)} />}
    </section>
  )
}
