import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { Faults } from '../../../platform/form/use-draft.ts'
import { CallBackFields } from '../../inspections/visit/CallBackFields.tsx'
import { ChecklistFields } from '../../inspections/visit/ChecklistFields.tsx'
import { ResultFields } from '../../inspections/visit/ResultFields.tsx'
import type { VisitDraft } from '../../inspections/visit/visit-draft.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { refusalFaults, slipFaults } from './slip-faults.ts'
import type { SlipRow } from './slip-row.ts'
import { SlipHead } from '../paper/SlipHead.tsx'
import { SlipPhotos } from './SlipPhotos.tsx'

interface Props {
  readonly row: SlipRow
  readonly checklist: ChecklistView
  readonly onWrite: (part: Partial<SlipRow>) => void
  readonly onDone: () => void
  readonly onDrop: () => void
}

/** One slip from top to bottom as it lies on the desk. Every stroke is kept; Ctrl and Enter goes on to the next. */
export function SlipForm({ row, checklist, onWrite, onDone, onDrop }: Props) {
  const { t } = useTranslation('slips')
  const { form, draft, write, submit } = useSlip({ row, checklist, onWrite, onDone })
  const above = draft.faults.get('slip')
  return (
    <form
      ref={form}
      noValidate
      className="stack stack--wide"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {above !== undefined && (
        <div className="inspection__refused" role="alert">
          <strong>{t('refused.title')}</strong>
          <p>{above}</p>
        </div>
      )}
      <SlipHead row={row} draft={draft} write={write} />
      <ChecklistFields draft={draft} checklist={checklist} />
      <CallBackFields draft={draft} />
      <SlipPhotos row={row} draft={draft} write={write} />
      <ResultFields draft={draft} items={checklist.items} />
      <div className="row row--apart">
        <ActionButton action={act(submit)} submits>
          {t('next')}
        </ActionButton>
        <ActionButton action={act(onDrop)} kind="plain" label={t('drop.label', { number: row.number })}>
          {t('drop')}
        </ActionButton>
      </div>
    </form>
  )
}

function useSlip({ row, checklist, onWrite, onDone }: Omit<Props, 'onDrop'>) {
  const { t } = useTranslation('slips')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [faults, setFaults] = useState<Faults>(() => refusalFaults(row, (key) => t(key)))
  const [times, setTimes] = useState(0)
  useEffect(() => {
    const invalid = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const first = invalid ?? (times === 0 ? firstEmpty(form.current) : undefined)
    first?.focus()
  }, [times])
  const submit = () => {
    const found = slipFaults(row, checklist.items, (key) => t(key))
    if (found.size === 0) return onDone()
    setFaults(found)
    setTimes((before) => before + 1)
  }
  useCtrlEnter(submit)
  const write = (part: Partial<SlipRow>) => {
    setFaults(new Map())
    onWrite(part)
  }
  const draft: VisitDraft = { id, writing: row, faults, write }
  return { form, draft, write, submit }
}

/** Where the paper goes on: who, then when, then the first question. */
const firstEmpty = (form: HTMLFormElement | null | undefined): HTMLElement | undefined =>
  [...(form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input') ?? [])].find(
    (field) => field.value === '' || field.type === 'radio',
  )

/** On to the next slip from wherever the cursor stands, also from a field of several lines. */
function useCtrlEnter(submit: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    submit()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
