import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerItem, type RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { PhotoPicker } from '../../platform/photos/PhotoPicker.tsx'
import { PhotoStrip } from '../../platform/photos/PhotoStrip.tsx'
import { usePhotos } from '../../platform/photos/use-photos.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { rectificationMutations } from './rectification.queries.ts'
import { usePhotosWaiting } from './use-photos-waiting.ts'

interface Props {
  readonly notice: RectificationView
  readonly item: RectificationView['items'][number]
}

/** One thing to put right: what was asked, what was done about it, and the photos that show it. */
export function RectificationItem({ notice, item }: Props) {
  const { t } = useTranslation('rectifications')
  const [changing, setChanging] = useState(false)
  const asks = notice.may.work && (item.done === null || changing)
  return (
    <li>
      <p className="rectification__asked">{item.words}</p>
      {item.done !== null && !changing && <Done item={item} />}
      {item.done === null && !notice.may.work && <p className="quiet">{t('item.waiting')}</p>}
      {asks && <AnswerForm notice={notice} item={item} onDone={() => setChanging(false)} />}
      {notice.may.work && item.done !== null && !changing && (
        <ActionButton
          icon="note"
          action={act(() => setChanging(true))}
          label={t('item.changeNamed', { words: item.words })}
        >
          {t('item.change')}
        </ActionButton>
      )}
    </li>
  )
}

function Done({ item }: Pick<Props, 'item'>) {
  const { t } = useTranslation('rectifications')
  return (
    <>
      <p className="rectification__done">
        <Icon name="check" size={16} />
        <span>
          <span className="sr-only">{t('item.done')}</span>
          {item.done}
        </span>
      </p>
      {item.attachments.length > 0 && <PhotoStrip ids={item.attachments} />}
    </>
  )
}

function AnswerForm({ notice, item, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation('rectifications')
  const kept = `rectification.${notice.id}.${item.item}`
  const photos = usePhotos(kept)
  const answer = useMutation(rectificationMutations.answer(notice.id))
  const draft = useDraft({
    schema: AnswerItem,
    initial: keptDraft(kept, { done: item.done ?? '' }),
    toInput: ({ done }) => ({ item: item.item, done, attachmentIds: [...item.attachments, ...photos.ids] }),
    submit: async (input) => {
      await answer.mutateAsync(input)
      forgetDraft(kept)
      await photos.forget()
      notify(t('item.saved'))
      onDone()
    },
  })
  useKeepDraft(kept, draft.values)
  return (
    <form {...draft.props} className="stack">
      <Field draft={draft} name="done" label={t('item.label', { nth: item.item })} hint={t('item.hint')}>
        {(control) => (
          <TextArea {...control} rows={3} value={draft.values.done} onValue={(value) => draft.set('done', value)} />
        )}
      </Field>
      {item.attachments.length > 0 && <PhotoStrip ids={item.attachments} />}
      <PhotoPicker photos={photos} />
      <SubmitButton draft={draft} kind="default" disabledReason={usePhotosWaiting(photos)}>
        {t('item.save')}
      </SubmitButton>
    </form>
  )
}
