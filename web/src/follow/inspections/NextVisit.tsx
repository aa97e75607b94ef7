import { useTranslation } from 'react-i18next'
import type { InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { isOpen, syncStateOf } from './outbox/sync-state.ts'
import { useOutbox } from './outbox/use-outbox.ts'
import { keyOf } from './visit/writing.ts'

interface Props {
  readonly all: readonly InspectionView[]
  readonly done: InspectionView
}

/** Where to go from an order that is inspected: to what is left in the same place, else anywhere. */
export function NextVisit({ all, done }: Props) {
  const { t } = useTranslation('inspections')
  const { writings } = useOutbox()
  const left = all.filter(
    (item) => keyOf(item) !== keyOf(done) && isOpen(syncStateOf(item, writings?.get(keyOf(item)))),
  )
  const next = left.find(({ town }) => town === done.town) ?? left[0]
  if (next === undefined) return <p>{t('left.none')}</p>
  const { roundId, orderId, title } = next
  return (
    <p className="row">
      <ButtonLink to="/inspections/$roundId/$orderId" params={{ roundId, orderId }} kind="primary" icon="forward">
        {t('next', { title })}
      </ButtonLink>
      <span className="quiet">{t('left', { count: left.length })}</span>
    </p>
  )
}
