import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { NeedView, ReleaseWords } from '@dj/shared/collect/need/need.schema.ts'
import { request } from '../../platform/api/client.ts'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import './released-words.css'

interface Props {
  readonly needId: string
  /** What those who take the work on read now. */
  readonly words: string
  readonly corrected: boolean
}

/** The owner takes out by hand what the rule cannot know, such as a home address. */
export function ReleasedWords(props: Props) {
  const { t } = useTranslation('needs')
  const [open, setOpen] = useState(false)
  return (
    <div className="released">
      <ActionButton icon="note" kind="plain" action={act(() => setOpen(true))}>
        {t('released.action')}
      </ActionButton>
      <Dialog open={open} title={t('released.action')} onClose={() => setOpen(false)}>
        {open && <Editor {...props} onDone={() => setOpen(false)} />}
      </Dialog>
    </div>
  )
}

function Editor({ needId, words, corrected, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('needs')
  const release = useRelease(needId, onDone)
  const byRule = useMutation({ mutationFn: () => release({ words: null, instead: words }) })
  const draft = useDraft({
    schema: ReleaseWords,
    initial: { words },
    toInput: (values) => ({ words: values.words, instead: words }),
    submit: release,
  })
  return (
    <form {...draft.props} className="stack">
      <p className="quiet prose">{t('released.consequence')}</p>
      <Field draft={draft} name="words" label={t('released.words')}>
        {(control) => (
          <TextArea {...control} rows={6} value={draft.values.words} onValue={(value) => draft.set('words', value)} />
        )}
      </Field>
      <div className="dialog__foot">
        {corrected && (
          <ActionButton action={{ ...byRule, mutate: () => byRule.mutate() }}>{t('released.byRule')}</ActionButton>
        )}
        <SubmitButton draft={draft}>{t('released.save')}</SubmitButton>
      </div>
    </form>
  )
}

function useRelease(needId: string, onDone: () => void) {
  const { t } = useTranslation('needs')
  const client = useQueryClient()
  return async (body: ReleaseWords) => {
    await request('POST', `/needs/${needId}/released-words`, { body, schema: NeedView })
    await client.invalidateQueries()
    notify(t('released.done'))
    onDone()
  }
}
