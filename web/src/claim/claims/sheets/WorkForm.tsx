import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type ClaimView, DeliverClaim, ReportProgress } from '@dj/shared/claim/claim/claim.schema.ts'
import { TextArea, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../../platform/form/kept-draft.ts'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft, type Faults } from '../../../platform/form/use-draft.ts'
import { PhotoPicker } from '../../../platform/photos/PhotoPicker.tsx'
import { usePhotos } from '../../../platform/photos/use-photos.ts'
import { useWaiting } from '../../../platform/photos/use-waiting.ts'
import { notify } from '../../../platform/ui/state/notices.ts'
import { claimMutations } from '../claim.mutations.ts'
import { ShareSlider } from './ShareSlider.tsx'

interface Props {
  readonly claim: ClaimView
  readonly onDone: () => void
}

/** A dated report: how far, in words, with photos. What is typed stays on this device until it is sent. */
export function ReportForm({ claim, onDone }: Props) {
  const { t } = useTranslation('claims')
  const { draft, photos } = useReport(claim, onDone)
  const least = claim.share ?? 0
  return (
    <form {...draft.props} className="stack">
      <ShareSlider
        draft={draft}
        least={least}
        value={Math.max(draft.values.share, least)}
        onValue={(share) => draft.set('share', share)}
      />
      <Words draft={draft} label={t('report.words')} hint={t('report.words.hint')} />
      <PhotoPicker photos={photos} />
      <Hours draft={draft} />
      <SubmitButton draft={draft} block disabledReason={useWaiting(photos)}>
        {t('report.submit')}
      </SubmitButton>
    </form>
  )
}

function useReport(claim: ClaimView, onDone: () => void) {
  const { t } = useTranslation('claims')
  const kept = `report.${claim.id}`
  const photos = usePhotos(kept)
  const report = useMutation(claimMutations.report(claim.id))
  const least = claim.share ?? 0
  const draft = useDraft({
    schema: ReportProgress,
    initial: keptDraft(kept, { share: least, words: '', hours: '' }),
    toInput: ({ share, ...rest }) => ({ share: Math.max(share, least), ...toInput(rest), attachmentIds: photos.ids }),
    submit: async (input) => {
      await report.mutateAsync(input)
      forgetDraft(kept)
      await photos.forget()
      notify(t('report.done'))
      onDone()
    },
  })
  useKeepDraft(kept, draft.values)
  return { draft, photos }
}

/** The claimant says done; the requester is asked. */
export function DeliverForm({ claim, onDone }: Props) {
  const { t } = useTranslation('claims')
  const kept = `deliver.${claim.id}`
  const photos = usePhotos(kept)
  const deliver = useMutation(claimMutations.deliver(claim.id))
  const draft = useDraft({
    schema: DeliverClaim,
    initial: keptDraft(kept, { words: '', hours: '' }),
    toInput: (values) => ({ ...toInput(values), attachmentIds: photos.ids }),
    submit: async (input) => {
      await deliver.mutateAsync(input)
      forgetDraft(kept)
      await photos.forget()
      notify(t('deliver.done'))
      onDone()
    },
  })
  useKeepDraft(kept, draft.values)
  return (
    <form {...draft.props} className="stack">
      <p className="quiet">{t('deliver.consequence')}</p>
      <Words draft={draft} label={t('deliver.words')} hint={t('deliver.words.hint')} />
      <PhotoPicker photos={photos} />
      <Hours draft={draft} />
      <SubmitButton draft={draft} block disabledReason={useWaiting(photos)}>
        {t('deliver.submit')}
      </SubmitButton>
    </form>
  )
}

const toInput = ({ words, hours }: { words: string; hours: string }) => ({
  words,
  ...(hours.trim() !== '' && { hours: Number(hours.replace('．', '.')) }),
})

interface Draft {
  readonly id: string
  readonly faults: Faults
  readonly values: { readonly words: string; readonly hours: string }
  readonly set: (name: 'words' | 'hours', value: string) => void
}

function Words({ draft, label, hint }: { draft: Draft; label: string; hint: string }) {
  return (
    <Field draft={draft} name="words" label={label} hint={hint}>
      {(control) => (
        <TextArea {...control} rows={4} value={draft.values.words} onValue={(value) => draft.set('words', value)} />
      )}
    </Field>
  )
}

function Hours({ draft }: { draft: Draft }) {
  const { t } = useTranslation('claims')
  return (
    <Field draft={draft} name="hours" label={t('hours')} hint={t('hours.hint')} optional>
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          value={draft.values.hours}
          onValue={(value) => draft.set('hours', value)}
        />
      )}
    </Field>
  )
}
