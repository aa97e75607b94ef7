import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '@dj/shared/platform/ids.ts'
import { AssignInspectors, type RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { Checkbox } from '../../../platform/form/controls.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { colleagueQueries } from '../../../county/organizations/colleagues.queries.ts'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { roundMutations } from '../rounds.queries.ts'

interface Props {
  readonly round: RoundView
  readonly onDone: () => void
}

/** Who inspects this quarter; who gets what is dealt by the secret of the draw, around every conflict. */
export function AssignForm({ round, onDone }: Props) {
  const { t } = useTranslation('rounds')
  const inspectors = useQuery(colleagueQueries.search('', { role: 'inspector' }))
  if (inspectors.isPending) return <SkeletonList items={3} lines={1} />
  if (inspectors.data === undefined)
    return <ErrorState error={inspectors.error} onRetry={() => void inspectors.refetch()} />
  if (inspectors.data.length === 0) return <p>{t('assign.none')}</p>
  return <Choose round={round} onDone={onDone} people={inspectors.data} />
}

interface Person {
  readonly id: PersonId
  readonly alias: string
  readonly organizationName: string | null
}

function Choose({ round, onDone, people }: Props & { readonly people: readonly Person[] }) {
  const { t } = useTranslation('rounds')
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = people.filter(({ id }) => !left.includes(id))
  const assign = useMutation(roundMutations.assign(round.id))
  const draft = useDraft({
    schema: AssignInspectors,
    initial: {},
    toInput: () => ({ inspectorIds: chosen.map(({ id }) => id) }),
    submit: async (input) => {
      await assign.mutateAsync(input)
      notify(t('assign.done'))
      onDone()
    },
  })
  const toggle = (id: string, on: boolean) =>
    setLeft((before) => (on ? before.filter((each) => each !== id) : [...before, id]))
  return (
    <form {...draft.props} className="stack">
      <p className="prose">{t('assign.body')}</p>
      <fieldset className="choices">
        <legend className="field__label">{t('assign.who', { count: chosen.length })}</legend>
        {people.map(({ id, alias, organizationName }) => (
          <Checkbox key={id} checked={!left.includes(id)} onChecked={(on) => toggle(id, on)}>
            {alias} <span className="quiet">{organizationName}</span>
          </Checkbox>
        ))}
        {draft.faults.size > 0 && <p className="field__error">{[...draft.faults.values()][0]}</p>}
      </fieldset>
      <SubmitButton draft={draft} block disabledReason={chosen.length === 0 ? t('assign.choose') : undefined}>
        {t('act.assign')}
      </SubmitButton>
    </form>
  )
}
