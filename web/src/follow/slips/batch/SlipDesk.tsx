import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { notify } from '../../../platform/ui/state/notices.ts'
import { type FoundOrder, newRow, type SlipRow } from './slip-row.ts'
import { SlipFinder } from './SlipFinder.tsx'
import { SlipForm } from './SlipForm.tsx'
import { SlipList } from './SlipList.tsx'
import { SlipSummary } from './SlipSummary.tsx'
import { useSendSlips } from './use-send-slips.ts'
import { mostSlips, type SlipRows, useSlipRows } from './use-slip-rows.ts'
import '../../../platform/form/form.css'
import '../../../build/orders/facts.css'
import '../../../platform/photos/photos.css'
import '../../inspections/inspections.css'
import '../slips.css'

interface Props {
  readonly round: RoundView
  readonly checklist: ChecklistView
}

/** The pile on the left, one slip at a time on the right; the cursor goes from the number through the slip and back. */
export function SlipDesk({ round, checklist }: Props) {
  const { t } = useTranslation('slips')
  const rows = useSlipRows(useMe().person.id, round.id)
  const [open, setOpen] = useState<string>()
  const sending = useSendSlips({ roundId: round.id, rows, checklist, onRefused: setOpen })
  const shown = rows.rows.find(({ id }) => id === open)
  const full = rows.rows.length >= mostSlips ? t('full', { most: mostSlips }) : undefined
  return (
    <div className="slip-desk">
      <section className="slip-desk__pile" aria-label={t('pile.title')}>
        <SlipFinder
          roundId={round.id}
          isNext={shown === undefined}
          full={full}
          onFound={(found) => setOpen(place({ found, rows, round, checklist }))}
        />
        <SlipList rows={rows.rows} checklist={checklist} open={open} onOpen={setOpen} sending={sending} />
        {sending.report !== null && <SlipSummary report={sending.report} />}
      </section>
      <section className="slip-desk__slip inspection" aria-label={t('slip.title')}>
        {shown === undefined ? (
          <p className="quiet slip-desk__hint">{t('slip.none')}</p>
        ) : (
          <SlipForm
            key={`${shown.id} ${sending.times}`}
            row={shown}
            checklist={checklist}
            onWrite={(part) => rows.write(shown.id, { refusal: null, ...part })}
            onDone={() => setOpen(undefined)}
            onDrop={() => drop(shown, rows, t('dropped', { number: shown.number }), t('dropped.undo'))}
          />
        )}
      </section>
    </div>
  )
}

/** The slip typed in already, else an empty one on top of the pile. The day goes on from the slip before. */
function place({ found, rows, round, checklist }: Props & { found: FoundOrder; rows: SlipRows }): string {
  const { orderId, inspectorId } = found
  const same = rows.rows.find(
    (row) =>
      row.orderId === orderId && (row.inspectorId === '' || inspectorId === '' || row.inspectorId === inspectorId),
  )
  const isOther = same !== undefined && inspectorId === '' && same.inspectorId !== '' && found.inspectors.length > 1
  if (same !== undefined && !isOther) return same.id
  const row = newRow(round.id, found, checklist.version, rows.rows.at(-1)?.visitedOn ?? '')
  rows.add(row)
  return row.id
}

function drop(row: SlipRow, rows: SlipRows, words: string, label: string): void {
  rows.change((before) => before.filter(({ id }) => id !== row.id))
  notify(words, { label, act: () => rows.add(row) })
}
