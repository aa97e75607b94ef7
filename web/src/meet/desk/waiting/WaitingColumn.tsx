import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { ButtonLink } from '../../../platform/ui/button/ButtonLink.tsx'
import { EmptyState } from '../../../platform/ui/state/EmptyState.tsx'
import { Column } from '../Column.tsx'
import type { DeskLists } from '../use-desk-lists.ts'
import type { Doing } from '../DeskDialogs.tsx'
import { probableDuplicates } from './probable-duplicates.ts'
import type { Selection } from './use-selection.ts'
import { WaitingNeed } from './WaitingNeed.tsx'

interface Props {
  readonly list: DeskLists['waiting']
  readonly needs: readonly NeedView[]
  readonly selection: Selection
  readonly onDo: (doing: Doing) => void
}

const rank = { critical: 0, urgent: 1, normal: 2 } as const
/** What waits for the calendar is due after whatever has a day. */
const dueOf = ({ respondBy }: NeedView) => respondBy ?? '9999'
const byUrgency = (a: NeedView, b: NeedView) => rank[a.urgency] - rank[b.urgency] || dueOf(a).localeCompare(dueOf(b))

/** Needs that wait for an answer, the most pressing first. */
export function WaitingColumn({ list, needs, selection, onDo }: Props) {
  const { t } = useTranslation('desk')
  const duplicates = useMemo(() => probableDuplicates(needs), [needs])
  return (
    <Column name="waiting" list={list} empty={<Nothing />} note={t('waiting.note')}>
      {needs.toSorted(byUrgency).map((need) => (
        <WaitingNeed
          key={need.id}
          need={need}
          ticked={selection.has(need.id)}
          onTick={() => selection.toggle(need.id)}
          duplicates={duplicates.get(need.id) ?? []}
          onDo={onDo}
        />
      ))}
    </Column>
  )
}

function Nothing() {
  const { t } = useTranslation('desk')
  const next = (
    <ButtonLink to="/needs/new" icon="plus">
      {t('raise')}
    </ButtonLink>
  )
  return (
    <EmptyState icon="check" title={t('waiting.empty')} next={next}>
      {t('waiting.empty.why')}
    </EmptyState>
  )
}
