import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { HandOverNeed, type ReceiverList } from '@dj/shared/collect/need/handover.schema.ts'
import { type NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { ChoiceField } from '../../../platform/form/ChoiceField.tsx'
import { TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { needActs, needQueries, useChange } from '../needs.queries.ts'

interface Props {
  readonly need: NeedView
  readonly onClose: () => void
}

/** To whom, and why: the nearest desk first, and who has fewest waiting. */
export function HandoverDialog({ need, onClose }: Props) {
  const { t } = useTranslation('needs')
  const receivers = useQuery(needQueries.receivers(need.id))
  return (
    <Dialog open title={t('handover.action')} onClose={onClose}>
      {receivers.isPending && <SkeletonList items={3} lines={1} />}
      {receivers.isError && <ErrorState error={receivers.error} onRetry={() => void receivers.refetch()} />}
      {receivers.data?.items.length === 0 && <p>{t('handover.none')}</p>}
      {receivers.data !== undefined && receivers.data.items.length > 0 && (
        <Choice need={need} receivers={receivers.data.items} onClose={onClose} />
      )}
    </Dialog>
  )
}

type Receiver = ReceiverList['items'][number]

function Choice({ need, receivers, onClose }: Props & { readonly receivers: readonly Receiver[] }) {
  const { t } = useTranslation(['needs', 'shell'])
  const handOver = useChange((body: HandOverNeed) => needActs.handOver(need.id, body))
  const draft = useDraft({
    schema: HandOverNeed,
    initial: { toPersonId: '', reason: '' },
    toInput: ({ toPersonId, reason }) => ({ toPersonId: toPersonId || undefined, reason }),
    submit: async (input) => {
      await handOver.mutateAsync(input)
      notify(t('handover.done'))
      onClose()
    },
  })
  const options = receivers.map(({ id, alias, organizationName, waiting }) => ({
    value: id,
    label: `${alias} · ${organizationName}`,
    hint: t('handover.waiting', { count: waiting }),
  }))
  return (
    <form {...draft.props} className="stack">
      <p className="quiet prose">{t('handover.consequence')}</p>
      <ChoiceField
        draft={draft}
        name="toPersonId"
        legend={t('handover.to')}
        value={draft.values.toPersonId}
        onValue={(value) => draft.set('toPersonId', value)}
        options={options}
      />
      <Field draft={draft} name="reason" label={t('handover.reason')}>
        {(control) => (
          <TextArea {...control} rows={3} value={draft.values.reason} onValue={(value) => draft.set('reason', value)} />
        )}
      </Field>
      <div className="dialog__foot">
        <ActionButton action={act(onClose)}>{t('shell:action.cancel')}</ActionButton>
        <SubmitButton draft={draft}>{t('handover.confirm')}</SubmitButton>
      </div>
    </form>
  )
}
