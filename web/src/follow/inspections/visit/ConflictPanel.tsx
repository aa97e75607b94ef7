import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChecklistView, FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../../platform/ui/button/ConfirmAction.tsx'
import { type Choices, differingFields, resolve } from './conflict-fields.ts'
import { ConflictRow } from './ConflictRow.tsx'
import { useOutbox } from '../outbox/use-outbox.ts'
import type { Writing } from './writing.ts'

interface Props {
  readonly writing: Writing
  readonly theirs: FindingView
  readonly checklist: ChecklistView
}

/** Two versions of one inspection side by side. Nothing goes until every difference is chosen. */
export function ConflictPanel({ writing, theirs, checklist }: Props) {
  const { t } = useTranslation('inspections')
  const { outbox } = useOutbox()
  const [choices, setChoices] = useState<Choices>({})
  const fields = differingFields(writing, theirs)
  const isFinal = theirs.state === 'final'
  const isOpen = fields.some((field) => choices[field] === undefined)
  const save = () => {
    outbox.write(resolve(writing, theirs, choices))
    void outbox.sync()
  }
  return (
    <section className="inspection__conflict stack" aria-labelledby="conflict">
      <h2 id="conflict">{t('conflict.title')}</h2>
      <p>{t(isFinal ? 'conflict.final' : 'conflict.body')}</p>
      {fields.map((field) => (
        <ConflictRow
          key={field}
          field={field}
          label={checklist.items.find(({ code }) => `answers.${code}` === field)?.text}
          mine={writing}
          theirs={theirs}
          choice={choices[field]}
          onChoose={isFinal ? undefined : (choice) => setChoices({ ...choices, [field]: choice })}
        />
      ))}
      {isFinal ? (
        <ConfirmAction
          action={act(() => void outbox.drop(writing))}
          question={t('lost.question', { title: writing.title })}
          consequence={t('lost.consequence')}
          confirmLabel={t('conflict.drop')}
        >
          {t('conflict.drop')}
        </ConfirmAction>
      ) : (
        <ActionButton
          action={act(save)}
          kind="primary"
          block
          disabledReason={isOpen ? t('conflict.choose') : undefined}
        >
          {t('conflict.save')}
        </ActionButton>
      )}
    </section>
  )
}
