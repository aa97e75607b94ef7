import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundAct } from '@dj/shared/follow/round/round-progress.schema.ts'
import { type RoundView, TypePublicValue } from '@dj/shared/follow/round/round.schema.ts'
import { ReasonDialog } from '../../claim/claims/sheets/ReasonDialog.tsx'
import { RadioGroup, TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { CommitForm } from './ceremony/CommitForm.tsx'
import { RevealForm } from './ceremony/RevealForm.tsx'
import { valueHint } from './value-hint.ts'
import { roundMutations } from './rounds.queries.ts'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'

interface Props {
  readonly round: RoundView
  readonly doing: RoundAct | undefined
  readonly onClose: () => void
}

/** The acts of a round that ask for something. */
export function RoundDialogs({ round, doing, onClose }: Props) {
  const { t } = useTranslation('rounds')
  return (
    <>
      <Dialog open={doing === 'commit'} title={t('act.commit')} onClose={onClose}>
        <CommitForm round={round} onDone={onClose} />
      </Dialog>
      <Dialog open={doing === 'reveal'} title={t('act.reveal')} onClose={onClose}>
        <RevealForm round={round} onDone={onClose} />
      </Dialog>
      <Dialog open={doing === 'public_value'} title={t('act.public_value')} onClose={onClose}>
        <ValueForm round={round} onDone={onClose} />
      </Dialog>
      <FallBack round={round} open={doing === 'fall_back'} onClose={onClose} />
      <Abort round={round} open={doing === 'abort'} onClose={onClose} />
    </>
  )
}

function ValueForm({ round, onDone }: { round: RoundView; onDone: () => void }) {
  const { t } = useTranslation('rounds')
  const type = useMutation(roundMutations.publicValue(round.id))
  const draft = useDraft({
    schema: TypePublicValue,
    initial: { value: '' },
    submit: async (input) => {
      await type.mutateAsync(input)
      onDone()
    },
  })
  return (
    <form {...draft.props} className="stack">
      <p className="prose">{t('value.body', { source: round.publicValueSource })}</p>
      <Field draft={draft} name="value" label={t('value.label')} hint={valueHint(t, round)}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            value={draft.values.value}
            onValue={(value) => draft.set('value', value)}
          />
        )}
      </Field>
      <SubmitButton draft={draft} block>
        {t('value.submit')}
      </SubmitButton>
    </form>
  )
}

interface AskProps {
  readonly round: RoundView
  readonly open: boolean
  readonly onClose: () => void
}

function FallBack({ round, open, onClose }: AskProps) {
  const { t } = useTranslation('rounds')
  const late = round.seeds.filter(({ revealedAt, fallbackReason }) => revealedAt === null && fallbackReason === null)
  const [chosen, setChosen] = useState<string>()
  const position = chosen ?? (late.length === 1 ? String(late[0]?.position) : undefined)
  const fallBack = useMutation(roundMutations.fallBack(round.id))
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t('act.fall_back')}
      consequence={t('fallBack.consequence')}
      confirmLabel={t('act.fall_back')}
      disabledReason={position === undefined ? t('fallBack.choose') : undefined}
      submit={(reason) => fallBack.mutateAsync({ position: position === '2' ? 2 : 1, reason })}
    >
      <RadioGroup
        name="position"
        legend={t('fallBack.which')}
        value={position}
        onValue={setChosen}
        options={late.map((seed) => ({
          value: String(seed.position),
          label: t('fact.commitment', { n: seed.position, who: seed.holder.alias }),
        }))}
      />
    </ReasonDialog>
  )
}

function Abort({ round, open, onClose }: AskProps) {
  const { t } = useTranslation('rounds')
  const quarter = useQuarter()
  const abort = useMutation(roundMutations.abort(round.id))
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t('act.abort.question', { quarter: quarter(round.quarter) })}
      consequence={t('act.abort.consequence')}
      confirmLabel={t('act.abort')}
      submit={async (reason) => {
        await abort.mutateAsync({ reason })
        notify(t('act.abort.done'))
      }}
    />
  )
}
