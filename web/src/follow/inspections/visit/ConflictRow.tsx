import { useTranslation } from 'react-i18next'
import type { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { CallBack } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { RadioGroup } from '../../../platform/form/controls.tsx'
import type { Choice } from './conflict-fields.ts'
import type { Writing } from './writing.ts'

interface Props {
  readonly field: string
  readonly label: string | undefined
  readonly mine: Writing
  readonly theirs: FindingView
  readonly choice: Choice | undefined
  /** Absent where there is nothing to choose any more. */
  readonly onChoose: ((choice: Choice) => void) | undefined
}

const asChoice = (value: string): Choice => (value === 'theirs' || value === 'both' ? value : 'mine')

/** One field in both versions, whole, and the choice between them. */
export function ConflictRow({ field, label, mine, theirs, choice, onChoose }: Props) {
  const { t } = useTranslation('inspections')
  const say = useSay()
  const legend = label ?? (isNamed(field) ? t(names[field]) : field)
  const sides = { mine: say(field, mine), theirs: say(field, theirs) }
  if (onChoose === undefined)
    return (
      <dl className="inspection__facts">
        {(['mine', 'theirs'] as const).map((side) => (
          <div key={side}>
            <dt>{`${legend} · ${t(`conflict.${side}`)}`}</dt>
            <dd className="inspection__words">{sides[side]}</dd>
          </div>
        ))}
      </dl>
    )
  const options = (['mine', 'theirs'] as const).map((side) => ({
    value: side as string,
    label: t(`conflict.${side}`),
    hint: sides[side],
  }))
  const both = field === 'words' ? [{ value: 'both', label: t('conflict.both') }] : []
  return (
    <div className="boxed inspection__sides">
      <RadioGroup
        name={`conflict-${field}`}
        legend={legend}
        value={choice}
        onValue={(value) => onChoose(asChoice(value))}
        options={[...options, ...both]}
      />
    </div>
  )
}

const names = { effect: 'effect', verdict: 'verdict', words: 'words', callBack: 'conflict.callBack' } as const
const isNamed = (field: string): field is keyof typeof names => Object.hasOwn(names, field)

type Sides = Pick<Writing, 'answers' | 'effect' | 'verdict' | 'words' | 'callBack'>

/** A field's value in words. */
function useSay() {
  const { t } = useTranslation('inspections')
  const sayCall = ({ called, satisfied, words }: CallBack) =>
    [
      t(called ? 'call.yes' : 'call.no'),
      ...(satisfied === null ? [] : [t(satisfied ? 'call.satisfied.yes' : 'call.satisfied.no')]),
      ...(words === null ? [] : [words]),
    ].join(' · ')
  const sayAnswer = (answer: Writing['answers'][string] | undefined) =>
    typeof answer === 'boolean' ? t(answer ? 'item.yes' : 'item.no') : String(answer ?? '')
  return (field: string, { answers, effect, verdict, words, callBack }: Sides): string => {
    const said = {
      effect: effect === null ? '' : t(`effect.${effect}`),
      verdict: verdict === null ? '' : t(`verdict.${verdict}`),
      words,
      callBack: callBack === null ? '' : sayCall(callBack),
    }
    const value = isNamed(field) ? said[field] : sayAnswer(answers[field.replace('answers.', '')])
    return value === '' ? t('conflict.nothing') : value
  }
}
