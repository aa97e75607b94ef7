import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explainProblem } from '../../../platform/api/problem.ts'
import { TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import type { FoundOrder } from './slip-row.ts'
import { NotFound, useFindOrder } from './use-find-order.ts'

interface Props {
  readonly roundId: string
  /** No slip is open: the cursor waits here for the next. */
  readonly isNext: boolean
  readonly full: string | undefined
  readonly onFound: (found: FoundOrder) => void
}

/** The code scanned or the number typed, then Enter. */
export function SlipFinder({ roundId, isNext, full, onFound }: Props) {
  const { t } = useTranslation('slips')
  const [text, setText] = useState('')
  const field = useRef<HTMLFormElement>(null)
  const id = useId()
  const find = useFindOrder(roundId, (found) => {
    setText('')
    onFound(found)
  })
  useEffect(() => {
    if (isNext) field.current?.querySelector('input')?.focus()
  }, [isNext])
  const { error } = find
  const fault = error instanceof NotFound ? t(`find.${error.why}`) : error === null ? undefined : explainProblem(error)
  const submit = () => {
    if (text.trim() !== '' && full === undefined && !find.isPending) find.mutate(text)
  }
  return (
    <form
      ref={field}
      noValidate
      className="slip-finder"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field
        draft={{ id, faults: new Map(fault === undefined ? [] : [['code', fault]]) }}
        name="code"
        label={t('find.label')}
        hint={t('find.hint')}
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={text}
            // A scanner ends with Enter, and may read the next slip sooner than a button hears a second press.
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              submit()
            }}
            onValue={(value) => {
              setText(value)
              find.reset()
            }}
          />
        )}
      </Field>
      <ActionButton action={{ mutate: submit, isPending: find.isPending, error: null }} submits disabledReason={full}>
        {t('find.action')}
      </ActionButton>
    </form>
  )
}
