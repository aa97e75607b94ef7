import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { useRequesterName } from '../../../collect/needs/requester-name.ts'
import { useCategoryName } from '../../../county/settings/settings.queries.ts'
import { UrgencyMark } from '../../../collect/needs/UrgencyMark.tsx'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Age } from '../../../platform/ui/time/DateText.tsx'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { Deadline } from '../../../platform/ui/time/Deadline.tsx'
import type { Doing } from '../DeskDialogs.tsx'

interface Props {
  readonly need: NeedView
  readonly ticked: boolean
  readonly onTick: () => void
  readonly duplicates: readonly NeedView[]
  readonly onDo: (doing: Doing) => void
}

export function WaitingNeed({ need, ticked, onTick, duplicates, onDo }: Props) {
  const { t } = useTranslation('desk')
  return (
    <li className="desk-row" data-row={need.id} data-ticked={ticked || undefined}>
      <label className="desk-row__tick">
        <input
          type="checkbox"
          checked={ticked}
          onChange={onTick}
          aria-label={t('selection.tick', { what: need.body.slice(0, 30) })}
        />
      </label>
      <div className="desk-row__body">
        <Link to="/needs/$id" params={{ id: need.id }} className="desk-row__title" data-open>
          {need.body}
        </Link>
        <Origin need={need} />
        <Returned need={need} />
        <div className="desk-row__facts">
          <UrgencyMark urgency={need.urgency} />
          <Age value={need.receivedAt} />
          <Deadline at={need.respondBy} />
          <div className="desk-row__acts desk-row__acts--quiet">
            <ActionButton kind="plain" action={act(() => onDo({ what: 'answer', need }))}>
              {t('answer.action')}
            </ActionButton>
            <ActionButton kind="plain" action={act(() => onDo({ what: 'decline', need }))}>
              {t('decline.action')}
            </ActionButton>
          </div>
        </div>
        {duplicates.length > 0 && <DuplicateHint need={need} duplicates={duplicates} onDo={onDo} />}
      </div>
    </li>
  )
}

/** A need whose project left: it waits again, and says where it has been. */
function Returned({ need: { orders } }: { need: NeedView }) {
  const { t } = useTranslation('desk')
  const last = orders.at(-1)
  if (last === undefined) return null
  return <span className="desk-row__facts">{t('returned', { number: last.number ?? last.title })}</span>
}

/** Who asks, by which channel, about what. */
function Origin({ need }: { need: NeedView }) {
  const { t } = useTranslation(['desk', 'domain', 'needs'])
  const requester = useRequesterName()
  const category = useCategoryName()
  const facts = [
    requester(need),
    category(need.category),
    t(`domain:channel.${need.channel}`),
    need.voices.length > 0 && t('needs:voices', { count: need.voices.length + 1 }),
    need.seconds > 0 && t('needs:seconds', { count: need.seconds }),
    need.reopened && t('needs:reopened'),
  ]
  return <p className="desk-row__origin">{facts.filter(Boolean).join(' · ')}</p>
}

function DuplicateHint({ need, duplicates, onDo }: Pick<Props, 'need' | 'duplicates' | 'onDo'>) {
  const { t } = useTranslation('desk')
  return (
    <button
      type="button"
      className="desk-row__hint"
      onClick={() => onDo({ what: 'merge', needs: [need, ...duplicates] })}
    >
      <Icon name="merge" size={16} />
      {t('duplicates.hint', { count: duplicates.length })}
    </button>
  )
}
