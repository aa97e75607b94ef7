import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type RoundView, TypePublicValue } from '@dj/shared/follow/round/round.schema.ts'
import { TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { focusLater } from '../../../platform/form/focus-later.ts'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { valueHint } from '../value-hint.ts'
import { roundMutations } from '../rounds.queries.ts'

/** What the hand at the keyboard can do now: type the value and press Enter, or draw. */
export function CeremonyAct({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const navigate = useNavigate()
  const leave = act(() => void navigate({ to: '/rounds/$id', params: { id: round.id } }))
  return (
    <footer className="wall__act">
      {round.next.includes('public_value') && <TypeValue round={round} />}
      {round.next.includes('draw') && <Draw round={round} />}
      {!round.next.includes('public_value') && !round.next.includes('draw') && <p>{t(`waiting.${round.state}`)}</p>}
      <ActionButton action={leave}>{t('ceremony.leave')}</ActionButton>
    </footer>
  )
}

function TypeValue({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const type = useMutation(roundMutations.publicValue(round.id))
  const draft = useDraft({
    schema: TypePublicValue,
    initial: { value: '' },
    submit: (input) => type.mutateAsync(input),
  })
  return (
    <form {...draft.props} className="wall__form">
      <Field draft={draft} name="value" label={t('value.label')} hint={valueHint(t, round)}>
        {(control) => (
          <TextInput
            {...control}
            ref={focusLater}
            autoComplete="off"
            value={draft.values.value}
            onValue={(value) => draft.set('value', value)}
          />
        )}
      </Field>
      <SubmitButton draft={draft}>{t('value.submit')}</SubmitButton>
    </form>
  )
}

function Draw({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const draw = useMutation(roundMutations.draw(round.id))
  return (
    <ActionButton kind="primary" action={{ ...draw, mutate: () => draw.mutate() }}>
      {t('act.draw')}
    </ActionButton>
  )
}
