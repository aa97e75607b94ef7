import { useTranslation } from 'react-i18next'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import type { IconName } from '../../../platform/ui/mark/icons.ts'
import { slipFaults } from './slip-faults.ts'
import type { SlipRow } from './slip-row.ts'
import type { useSendSlips } from './use-send-slips.ts'

interface Props {
  readonly rows: readonly SlipRow[]
  readonly checklist: ChecklistView
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
  readonly sending: ReturnType<typeof useSendSlips>
}

type State = 'open' | 'ready' | 'refused'
const icons = { open: 'note', ready: 'check', refused: 'alert' } as const satisfies Record<State, IconName>

/** The pile: each slip with how far it is, and the whole of what is ready sent at once. */
export function SlipList({ rows, checklist, open, onOpen, sending }: Props) {
  const { t } = useTranslation('slips')
  if (rows.length === 0) return <p className="quiet">{t('pile.empty')}</p>
  const states = new Map(rows.map((row) => [row.id, stateOf(row, checklist)]))
  const ready = rows.filter(({ id }) => states.get(id) !== 'open').length
  return (
    <>
      <h2 className="slip-pile__title">{t('pile.count', { count: rows.length })}</h2>
      <ul className="slip-pile">
        {rows.map((row) => (
          <li key={row.id}>
            <Entry row={row} state={states.get(row.id) ?? 'open'} isOpen={row.id === open} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {ready < rows.length && <p className="quiet">{t('pile.left', { count: rows.length - ready })}</p>}
      <ActionButton
        kind="primary"
        block
        action={sending.action}
        disabledReason={ready === 0 ? t('send.none') : undefined}
      >
        {ready === 0 ? t('send.zero') : t('send', { count: ready })}
      </ActionButton>
    </>
  )
}

function stateOf(row: SlipRow, { items }: ChecklistView): State {
  if (row.refusal !== null) return 'refused'
  return slipFaults(row, items).size === 0 ? 'ready' : 'open'
}

interface EntryProps {
  readonly row: SlipRow
  readonly state: State
  readonly isOpen: boolean
  readonly onOpen: (id: string) => void
}

function Entry({ row, state, isOpen, onOpen }: EntryProps) {
  const { t } = useTranslation('slips')
  const inspector = row.inspectors.find(({ id }) => id === row.inspectorId)
  return (
    <button type="button" className="slip-pile__row" aria-current={isOpen || undefined} onClick={() => onOpen(row.id)}>
      <span className="slip-pile__order">
        <span>{row.title}</span>
        <span className="facts quiet">
          <span>{row.number}</span>
          {inspector !== undefined && <span>{inspector.alias}</span>}
        </span>
      </span>
      <span className={`slip-pile__state slip-pile__state--${state}`}>
        <Icon name={icons[state]} size={16} />
        {t(`state.${state}`)}
      </span>
    </button>
  )
}
