import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OpenRound } from '@dj/shared/follow/round/round.schema.ts'
import { addDays, civilDateOf, type Quarter } from '@dj/shared/platform/time/quarter.ts'
import { Select, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { Choice } from '../../../platform/form/SearchPicker.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { ColleaguePicker } from '../../../county/organizations/ColleaguePicker.tsx'
import { useNow } from '../../../platform/ui/time/now.ts'
import { NotationField } from '../../../county/settings/fields/NotationField.tsx'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { roundMutations } from '../rounds.queries.ts'
import { useFreeQuarters } from './use-free-quarters.ts'
import { useQuarter } from '../../../platform/ui/time/use-quarter.ts'

/** Opens what can be opened: a quarter without a round. */
export function OpenRoundForm() {
  const { t } = useTranslation('rounds')
  const free = useFreeQuarters()
  if (free === undefined) return <SkeletonList items={3} lines={2} />
  const [first, ...others] = free
  if (first === undefined) return <p>{t('open.none')}</p>
  return <PlanForm quarters={[first, ...others]} />
}

type Quarters = readonly [Quarter, ...Quarter[]]

/** The plan: which quarter, until when, who holds the seeds, and which public value will be used. */
function PlanForm({ quarters }: { quarters: Quarters }) {
  const { t } = useTranslation('rounds')
  const quarter = useQuarter()
  const { draft, holders, hold } = usePlan(quarters)
  return (
    <form {...draft.props} className="stack">
      <Field draft={draft} name="quarter" label={t('open.quarter')}>
        {(control) => (
          <Select
            {...control}
            value={draft.values.quarter}
            onValue={(value) => draft.set('quarter', value)}
            options={quarters.map((value) => ({ value, label: quarter(value) }))}
          />
        )}
      </Field>
      <DateField draft={draft} name="dueOn" label={t('open.dueOn')} hint={t('open.dueOn.hint')} />
      <p className="prose">{t('open.holders')}</p>
      {([0, 1] as const).map((nth) => (
        <ColleaguePicker
          key={nth}
          staff
          draft={draft}
          name={`seedHolderIds.${nth}`}
          label={t('open.holder', { n: nth + 1 })}
          value={holders[nth]}
          onValue={(choice) => hold(nth, choice)}
        />
      ))}
      <Field draft={draft} name="publicValueSource" label={t('open.source')} hint={t('open.source.hint')}>
        {(control) => (
          <TextInput
            {...control}
            value={draft.values.publicValueSource}
            onValue={(value) => draft.set('publicValueSource', value)}
          />
        )}
      </Field>
      <NotationField
        draft={draft}
        name="publicValueNotation"
        value={draft.values.publicValueNotation}
        onValue={(value) => draft.set('publicValueNotation', value)}
      />
      <DateField draft={draft} name="publicValueOn" label={t('open.valueOn')} hint={t('open.valueOn.hint')} />
      <SubmitButton draft={draft} block>
        {t('open.submit')}
      </SubmitButton>
    </form>
  )
}

function usePlan([first]: Quarters) {
  const navigate = useNavigate()
  const [holders, setHolders] = useState<readonly (Choice | undefined)[]>([undefined, undefined])
  const open = useMutation(roundMutations.open())
  const now = useNow()
  const draft = useDraft({
    schema: OpenRound,
    initial: {
      quarter: first as string,
      dueOn: addDays(civilDateOf(now), 30) as string,
      publicValueSource: '',
      publicValueNotation: '',
      publicValueOn: '',
    },
    toInput: (values) => ({ ...values, seedHolderIds: holders.map((holder) => holder?.id) }),
    submit: async (input) => {
      const { id } = await open.mutateAsync(input)
      await navigate({ to: '/rounds/$id', params: { id } })
    },
  })
  const hold = (nth: 0 | 1, choice: Choice | undefined) =>
    setHolders((before) => before.map((holder, at) => (at === nth ? choice : holder)))
  return { draft, holders, hold }
}

interface DateProps {
  readonly draft: ReturnType<typeof usePlan>['draft']
  readonly name: 'dueOn' | 'publicValueOn'
  readonly label: string
  readonly hint: string
}

function DateField({ draft, name, label, hint }: DateProps) {
  return (
    <Field draft={draft} name={name} label={label} hint={hint}>
      {(control) => (
        <TextInput {...control} type="date" value={draft.values[name]} onValue={(value) => draft.set(name, value)} />
      )}
    </Field>
  )
}
