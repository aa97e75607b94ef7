import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { Age } from '../../../platform/ui/time/DateText.tsx'
import { Deadline } from '../../../platform/ui/time/Deadline.tsx'
import { useCategoryName } from '../../../county/settings/settings.queries.ts'
import { NeedStateMark } from '../NeedStateMark.tsx'
import { useRequesterName } from '../requester-name.ts'
import { UrgencyMark } from '../UrgencyMark.tsx'

export function NeedRow({ need }: { need: NeedView }) {
  const { t } = useTranslation(['needs', 'domain'])
  const category = useCategoryName()
  const requester = useRequesterName()
  const origin = [
    requester(need),
    need.town?.name,
    category(need.category),
    t(`domain:channel.${need.channel}`),
    need.seconds > 0 && t('seconds', { count: need.seconds }),
  ]
  return (
    <li className="need-row">
      <div className="need-row__words">
        <Link to="/needs/$id" params={{ id: need.id }} className="need-row__title">
          {need.body}
        </Link>
        <p className="quiet">{origin.filter(Boolean).join(' · ')}</p>
      </div>
      <div className="need-row__facts">
        <NeedStateMark need={need} />
        <UrgencyMark urgency={need.urgency} />
        {need.state === 'received' ? <Deadline at={need.respondBy} /> : <Age value={need.receivedAt} />}
      </div>
    </li>
  )
}
