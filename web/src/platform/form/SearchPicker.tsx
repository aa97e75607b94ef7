import { useTranslation } from 'react-i18next'
import { act, ActionButton } from '../ui/button/ActionButton.tsx'
import { TextInput } from './controls.tsx'
import { Field } from './Field.tsx'
import type { Faults } from './use-draft.ts'
import './search-picker.css'

export interface Choice {
  readonly id: string
  readonly label: string
  readonly note?: string | undefined
}

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly chosen: Choice | undefined
  readonly onChoose: (choice: Choice | undefined) => void
  readonly query: string
  readonly onQuery: (query: string) => void
  /** What fits the query, a few at a time; undefined while asking. */
  readonly choices: readonly Choice[] | undefined
}

/** One of very many: a few letters, then a choice; what is chosen can be taken back. */
export function SearchPicker({ chosen, onChoose, query, onQuery, choices, ...field }: Props) {
  const { t } = useTranslation()
  return (
    <Field {...field}>
      {(control) =>
        chosen === undefined ? (
          <>
            <TextInput
              {...control}
              value={query}
              onValue={onQuery}
              type="search"
              autoComplete="off"
              placeholder={t('picker.type')}
            />
            <Choices choices={choices} onChoose={onChoose} label={field.label} />
          </>
        ) : (
          <div className="picked" id={control.id}>
            <Words choice={chosen} />
            <ActionButton action={act(() => onChoose(undefined))} label={`${t('picker.change')}：${field.label}`}>
              {t('picker.change')}
            </ActionButton>
          </div>
        )
      }
    </Field>
  )
}

function Choices({ choices, onChoose, label }: Pick<Props, 'choices' | 'onChoose' | 'label'>) {
  const { t } = useTranslation()
  if (choices === undefined) return null
  if (choices.length === 0) return <p className="quiet">{t('picker.none')}</p>
  return (
    <ul className="picks" aria-label={t('picker.choices', { label })}>
      {choices.map((choice) => (
        <li key={choice.id}>
          <button type="button" onClick={() => onChoose(choice)}>
            <Words choice={choice} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Words({ choice }: { choice: Choice }) {
  return (
    <span className="pick">
      <span>{choice.label}</span>
      {choice.note !== undefined && <span className="quiet">{choice.note}</span>}
    </span>
  )
}
