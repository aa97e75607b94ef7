import { useTranslation } from 'react-i18next'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { Chip } from '../../platform/ui/button/Chip.tsx'

/** Who takes part in a collective claim, and who was asked. */
export function Participants({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation('claims')
  if (claim.participants.length === 0) return null
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
    </section>
  )
}
