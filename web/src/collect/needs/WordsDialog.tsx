import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { focusLater } from '../../platform/form/focus-later.ts'
import { useDraft } from '../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'

interface Props<S extends z.ZodType> {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** What happens to whom. */
  readonly consequence: React.ReactNode
  readonly schema: S
  /** The one field of the schema. */
  readonly field: string
  readonly label: string
  readonly optional?: boolean
  readonly presets?: readonly string[]
  readonly confirm: string
  readonly danger?: boolean
  readonly submit: (input: z.output<S>) => Promise<unknown>
}

/** One question before an act: its words, or its reason. */
export function WordsDialog<S extends z.ZodType>(props: Props<S>) {
  return (
    <Dialog open={props.open} title={props.title} onClose={props.onClose}>
      <Words {...props} />
    </Dialog>
  )
}

function Words<S extends z.ZodType>({ onClose, schema, field, submit, ...props }: Props<S>) {
  const { t } = useTranslation()
  const draft = useDraft({
    schema,
    initial: { words: '' },
    toInput: ({ words }) => (words.trim() === '' && props.optional === true ? {} : { [field]: words }),
    submit: async (input) => {
      await submit(input)
      onClose()
    },
  })
  const say = (words: string) => draft.set('words', words)
  const { isPending } = draft.submission
  return (
    <form {...draft.props} className="stack">
      <div className="quiet prose">{props.consequence}</div>
      <Field draft={draft} name={field} label={props.label} optional={props.optional === true}>
        {(control) => <TextArea {...control} value={draft.values.words} onValue={say} ref={focusLater} rows={3} />}
      </Field>
      {props.presets !== undefined && <Presets words={props.presets} onPick={say} />}
      <div className="dialog__foot">
        <ActionButton action={act(onClose)}>{t('action.cancel')}</ActionButton>
        <ActionButton
          action={{ mutate: draft.submit, isPending, error: draft.refusal }}
          kind={props.danger === true ? 'danger' : 'primary'}
          icon={props.danger === true ? 'alert' : 'check'}
          submits
        >
          {props.confirm}
        </ActionButton>
      </div>
    </form>
  )
}

function Presets({ words, onPick }: { words: readonly string[]; onPick: (words: string) => void }) {
  return (
    <div className="row">
      {words.map((each) => (
        <button key={each} type="button" className="chip chip--filter" onClick={() => onPick(each)}>
          {each}
        </button>
      ))}
    </div>
  )
}
