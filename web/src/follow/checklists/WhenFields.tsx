import { useTranslation } from 'react-i18next'
import type { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { Select } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import type { ItemProps } from './item-props.ts'
import { useAnswerWord } from './ItemWords.tsx'

type When = NonNullable<ChecklistItem['when']>

/** The answers a condition can name: those that are chosen, not written. */
const answersTo = (kind: ChecklistItem['kind'] | undefined): readonly (boolean | number)[] => {
  if (kind === 'yes_no') return [false, true]
  return kind === 'grade' ? [1, 2, 3, 4, 5] : []
}

/** 何时出现: always, or only after a certain answer to an item further up. */
export function WhenFields({ draft, at, item, onItem }: ItemProps) {
  const { t } = useTranslation('checklists')
  const path = `items.${at}.when`
  const { items } = draft.values
  const earlier = items.slice(0, at).filter(({ kind }) => answersTo(kind).length > 0)
  const set = (when: When | null) => onItem({ ...item, when }, path)
  const choose = (code: string) => {
    const [first] = answersTo(earlier.find((one) => one.code === code)?.kind)
    set(first === undefined ? null : { code, is: first })
  }
  const isAstray = item.when !== null && earlier.every(({ code }) => code !== item.when?.code)
  return (
    <div className="checklist__when">
      <Field draft={draft} name={path} label={t('when')} {...(earlier.length === 0 && { hint: t('when.none') })}>
        {(control) => (
          <Select
            {...control}
            value={item.when?.code ?? ''}
            onValue={choose}
            empty={t('when.always')}
            options={[
              ...(isAstray ? [{ value: item.when?.code ?? '', label: t('when.astray') }] : []),
              ...earlier.map(({ code, text }) => ({
                value: code,
                label: t('when.item', { n: items.findIndex((one) => one.code === code) + 1, text }),
              })),
            ]}
          />
        )}
      </Field>
      {item.when !== null && !isAstray && (
        <AnswerField
          draft={draft}
          at={at}
          when={item.when}
          kind={earlier.find(({ code }) => code === item.when?.code)?.kind}
          onWhen={set}
        />
      )}
    </div>
  )
}

interface AnswerProps extends Pick<ItemProps, 'draft' | 'at'> {
  readonly when: When
  readonly kind: ChecklistItem['kind'] | undefined
  readonly onWhen: (when: When) => void
}

function AnswerField({ draft, at, when, kind, onWhen }: AnswerProps) {
  const { t } = useTranslation('checklists')
  const word = useAnswerWord()
  const answers = answersTo(kind)
  const options = answers.includes(when.is as boolean) ? answers : [...answers, when.is]
  return (
    <Field draft={draft} name={`items.${at}.when.is`} label={t('when.is')}>
      {(control) => (
        <Select
          {...control}
          value={String(when.is)}
          onValue={(value) => onWhen({ ...when, is: options.find((one) => String(one) === value) ?? when.is })}
          options={options.map((one) => ({ value: String(one), label: word(one) }))}
        />
      )}
    </Field>
  )
}
