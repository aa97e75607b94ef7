import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Effect } from '@dj/shared/exit/verdict.ts'
import { type RectificationView, Reinspect } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { PhotoPicker } from '../../platform/photos/PhotoPicker.tsx'
import { usePhotos } from '../../platform/photos/use-photos.ts'
import { notify } from '../../platform/ui/state/notices.ts'
import { rectificationMutations } from './rectification.queries.ts'
import { usePhotosWaiting } from './use-photos-waiting.ts'

/** 复查: pass or fail with what follows from it, the effect in words, and photos. */
export function ReinspectForm({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  const photos = usePhotos(`reinspect.${notice.id}`)
  const draft = useReinspection(notice, photos)
  return (
    <section className="order__section" aria-labelledby="reinspection">
      <h2 id="reinspection">{t('reinspect.title')}</h2>
      <form {...draft.props} className="stack">
        <ChoiceField
          draft={draft}
          name="decision"
          legend={t('reinspect.decision')}
          value={draft.values.decision}
          onValue={(value) => draft.set('decision', value)}
          options={[
            { value: 'pass', label: t('reinspect.pass'), hint: t('reinspect.pass.hint') },
            { value: 'fail', label: t('reinspect.fail'), hint: t('reinspect.fail.hint') },
          ]}
        />
        <ChoiceField
          draft={draft}
          name="effect"
          legend={t('reinspect.effect')}
          value={draft.values.effect}
          onValue={(value) => draft.set('effect', value)}
          options={Effect.options.map((value) => ({ value, label: t(`effect.${value}`) }))}
        />
        <Field draft={draft} name="words" label={t('reinspect.words')} hint={t('reinspect.words.hint')}>
          {(control) => (
            <TextArea {...control} rows={4} value={draft.values.words} onValue={(value) => draft.set('words', value)} />
          )}
        </Field>
        <PhotoPicker photos={photos} />
        <SubmitButton draft={draft} disabledReason={usePhotosWaiting(photos)}>
          {t('reinspect.submit')}
        </SubmitButton>
      </form>
    </section>
  )
}

function useReinspection(notice: RectificationView, photos: ReturnType<typeof usePhotos>) {
  const { t } = useTranslation('rectifications')
  const kept = `reinspect.${notice.id}`
  const reinspect = useMutation(rectificationMutations.reinspect(notice.id))
  const draft = useDraft({
    schema: Reinspect,
    initial: keptDraft(kept, { decision: '', effect: '', words: '' }),
    toInput: ({ decision, effect, words }) => ({
      decision: decision === '' ? undefined : decision,
      effect: effect === '' ? undefined : effect,
      words,
      attachmentIds: photos.ids,
    }),
    submit: async (input) => {
      await reinspect.mutateAsync(input)
      forgetDraft(kept)
      await photos.forget()
      notify(t(`reinspect.done.${input.decision}`))
    },
  })
  useKeepDraft(kept, draft.values)
  return draft
}
