import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'

/** What follows the close: check the draft and sign it, or correct what was published. */
export function BulletinAct({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const me = useMe()
  if (round.state !== 'closed' || !mayDo(me, 'bulletin.publish')) return null
  const isFirst = round.bulletins.length === 0
  return (
    <ButtonLink
      to="/results/$countyId/$roundId/bulletin"
      params={{ countyId: me.county.id, roundId: round.id }}
      search={{ draft: true }}
      kind={isFirst ? 'primary' : 'default'}
    >
      {t(isFirst ? 'act.bulletin' : 'act.correct_bulletin')}
    </ButtonLink>
  )
}

/** To what was published, for everybody who reads the round. */
export function BulletinLink({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const me = useMe()
  if (round.bulletins.length === 0) return null
  return (
    <ButtonLink
      to="/results/$countyId/$roundId/bulletin"
      params={{ countyId: me.county.id, roundId: round.id }}
      icon="note"
    >
      {t('bulletin')}
    </ButtonLink>
  )
}
