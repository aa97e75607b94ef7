import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askedItems } from '@dj/shared/follow/finding/finding.rules.ts'
import type { ChecklistView, InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import { explainProblem, ApiProblem } from '../../../platform/api/problem.ts'
import type { Faults } from '../../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { CallBackFields } from './CallBackFields.tsx'
import { ChecklistFields } from './ChecklistFields.tsx'
import { ResultFields } from './ResultFields.tsx'
import { useOutbox } from '../outbox/use-outbox.ts'
import { faultsOf, onlyAsked } from './visit-faults.ts'
import { VisitPhotos } from './VisitPhotos.tsx'
import type { VisitDraft } from './visit-draft.ts'
import { keyOf, type Writing, writingOf } from './writing.ts'

interface Props {
  readonly inspection: InspectionView
  readonly checklist: ChecklistView
}

const none: Faults = new Map()

/** What is found. Every stroke is kept on this device and sent as a draft; only the button makes it final. */
export function VisitForm({ inspection, checklist }: Props) {
  const { t } = useTranslation('inspections')
  const { draft, submit, form, writing } = useVisit({ inspection, checklist })
  if (writing.final) {
    return (
      <section className="inspection__queued">
        <p>{t('queued')}</p>
        <ActionButton action={act(() => draft.write({ final: false }))}>{t('queued.edit')}</ActionButton>
      </section>
    )
  }
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
      {writing.refusal !== null && <Refused refusal={writing.refusal} />}
      <ChecklistFields draft={draft} checklist={checklist} />
      <CallBackFields draft={draft} />
      <VisitPhotos draft={draft} />
      <ResultFields draft={draft} order={inspection} items={checklist.items} />
      <div className="stack">
        <p className="quiet">{t('submit.hint')}</p>
        <output className="field__error">
          {draft.faults.size > 0 && t('submit.missing', { count: draft.faults.size })}
        </output>
        <ActionButton action={act(submit)} kind="primary" submits block>
          {t('submit')}
        </ActionButton>
      </div>
    </form>
  )
}

function Refused({ refusal }: { refusal: NonNullable<Writing['refusal']> }) {
  const { t } = useTranslation('inspections')
  return (
    <div className="inspection__refused" role="alert">
      <strong>{t('refused.title')}</strong>
      <p>{explainProblem(new ApiProblem({ status: 422, code: refusal.code }))}</p>
    </div>
  )
}

function useVisit({ inspection, checklist }: Props) {
  const { t } = useTranslation('inspections')
  const { outbox, writings } = useOutbox()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [faults, setFaults] = useState(none)
  const kept = writings?.get(keyOf(inspection))
  const writing = kept ?? writingOf(inspection, checklist.version)
  const write = (part: Partial<Writing>) => {
    const now = outbox.writings()?.get(keyOf(inspection)) ?? writing
    outbox.write({ ...now, checklistVersion: checklist.version, ...part })
    setFaults(none)
  }
  const submit = () => {
    const answers = onlyAsked(writing.answers, askedItems(checklist.items, writing.answers))
    const found = faultsOf({ ...writing, answers }, checklist.items, inspection.callBackDue)
    setFaults(found)
    if (found.size > 0) {
      // The marks are drawn first; then the cursor goes to the first of them.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    outbox.write({ ...writing, answers, checklistVersion: checklist.version, final: true })
    void outbox.sync().then(() => {
      const left = outbox.writings()?.get(keyOf(inspection))
      if (left === undefined) notify(t('submit.done'))
      else if (left.final) notify(t('submit.queued'))
    })
  }
  const draft: VisitDraft = { id, writing, faults, write }
  return { draft, submit, form, writing }
}
