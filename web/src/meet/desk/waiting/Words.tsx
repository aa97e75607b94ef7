import { useTranslation } from 'react-i18next'
import { TextArea, TextInput } from '../../../platform/form/controls.tsx'
import { Field, type ControlProps } from '../../../platform/form/Field.tsx'
import { focusLater } from '../../../platform/form/focus-later.ts'
import type { OrderForm } from '../build/form-of-order.ts'

type WordField = 'title' | 'ask' | 'acceptance' | 'beneficiaries' | 'tierReason' | 'places' | 'skills' | 'location'

interface WordsProps {
  readonly draft: OrderForm
  readonly name: WordField
  readonly line?: boolean
  /** The field the cursor begins in. */
  readonly first?: boolean
  readonly narrow?: boolean
  readonly rows?: number
  readonly hint?: string
  readonly optional?: boolean
}

/** A field of words: one line or several. */
export function Words({
  draft,
  name,
  line = false,
  first = false,
  narrow = false,
  rows = 3,
  hint,
  optional = false,
}: WordsProps) {
  const { t } = useTranslation('desk')
  const bind = (control: ControlProps) => ({
    ...control,
    value: draft.values[name],
    onValue: (value: string) => draft.set(name, value),
  })
  return (
    <Field
      draft={draft}
      name={name}
      label={t(`field.${name}`)}
      optional={optional}
      {...(hint !== undefined && { hint })}
    >
      {(control) =>
        line ? (
          <TextInput
            {...bind(control)}
            {...(first && { ref: focusLater })}
            {...(narrow && { inputMode: 'numeric', style: { maxWidth: '12ch' } })}
          />
        ) : (
          <TextArea {...bind(control)} rows={rows} />
        )
      }
    </Field>
  )
}
