import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RevealSeed, type RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { notify } from '../../../platform/ui/state/notices.ts'
import { roundMutations } from '../rounds.queries.ts'
import { keptSeed } from './seed.ts'

/** Reveals the seed: as this device kept it, or typed from the paper. */
export function RevealForm({ round, onDone }: { round: RoundView; onDone: () => void }) {
  const { t } = useTranslation('rounds')
  const kept = keptSeed(round.id)
  const reveal = useMutation(roundMutations.reveal(round.id))
  const draft = useDraft({
    schema: RevealSeed,
    initial: { seed: kept ?? '' },
    toInput: ({ seed }) => ({ seed: seed.replaceAll(/\s/g, '').toLowerCase() }),
    submit: async (input) => {
      await reveal.mutateAsync(input)
      notify(t('reveal.done'))
      onDone()
    },
  })
  return (
    <form {...draft.props} className="stack">
      <p className="prose">{t('reveal.body')}</p>
      <Field
        draft={draft}
        name="seed"
        label={t('commit.seed')}
        hint={t(kept === undefined ? 'reveal.paper' : 'reveal.kept')}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            spellCheck={false}
            autoComplete="off"
            value={draft.values.seed}
            onValue={(value) => draft.set('seed', value)}
          />
        )}
      </Field>
      <SubmitButton draft={draft} block>
        {t('act.reveal')}
      </SubmitButton>
    </form>
  )
}
