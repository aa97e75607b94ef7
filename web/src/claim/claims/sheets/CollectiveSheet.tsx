import { useMutation, useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ClaimOrder } from '@dj/shared/claim/claim/claim.schema.ts'
import { collectiveKind } from '@dj/shared/claim/claim/claimant-kind.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { explain } from '../../../platform/api/problem.ts'
import { Select, TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { useLanguage } from '../../../platform/i18n/language.ts'
import { organizationQueries } from '../../../county/organizations/organizations.queries.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { formatDate } from '../../../platform/ui/time/dates.ts'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { useClaimRefusal, type ClaimingOrganization } from '../claim-facts.ts'
import { claimMutations } from '../claim.mutations.ts'
import { dueIfTakenNow, Expectations } from './Expectations.tsx'
import { leadsOf } from './leads.ts'
import { ParticipantPicker } from './ParticipantPicker.tsx'
import { useTellTaken } from '../undo-claim.ts'

interface Props {
  readonly order: OrderView
  readonly open: boolean
  readonly onClose: () => void
}

/** Claims for a group, branch or alliance, and lists who takes part. [003 集体认领] */
export function CollectiveSheet({ order, open, onClose }: Props) {
  const { t } = useTranslation('claims')
  return (
    <Dialog sheet open={open} title={t('collective.title', { title: order.title })} onClose={onClose}>
      <CollectiveForm order={order} onClose={onClose} />
    </Dialog>
  )
}

function CollectiveForm({ order, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation(['claims', 'shell'])
  const organizations = useClaimingOrganizations()
  const refusalOf = useClaimRefusal(order)
  const draft = useCollectiveDraft(order, organizations[0]?.id ?? '', onClose)
  const { organizationId, participantIds, note } = draft.values
  const chosen = organizations.find(({ id }) => id === organizationId)
  return (
    <form {...draft.props} className="stack">
      <Field draft={draft} name="organizationId" label={t('collective.organization')}>
        {(control) => (
          <Select
            {...control}
            value={organizationId}
            onValue={(value) => draft.set('organizationId', value)}
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <ParticipantPicker
        organizationId={organizationId}
        chosen={participantIds}
        onChange={(ids) => draft.set('participantIds', ids)}
      />
      <Field draft={draft} name="note" label={t('collective.note')} optional>
        {(control) => <TextArea {...control} rows={2} value={note} onValue={(value) => draft.set('note', value)} />}
      </Field>
      <Expectations order={order} />
      <div className="dialog__foot">
        <ActionButton action={act(onClose)}>{t('shell:action.cancel')}</ActionButton>
        <SubmitButton draft={draft} disabledReason={chosen && explain(refusalOf(chosen))}>
          {t('collective.confirm')}
        </SubmitButton>
      </div>
    </form>
  )
}

function useCollectiveDraft(order: OrderView, organizationId: string, onClose: () => void) {
  const { t } = useTranslation('claims')
  const language = useLanguage()
  const tellTaken = useTellTaken()
  const take = useMutation(claimMutations.take(order.id))
  const none: readonly string[] = []
  return useDraft({
    schema: ClaimOrder,
    initial: { organizationId, participantIds: none, note: '' },
    toInput: ({ note, ...values }) => ({ ...values, ...(note.trim() !== '' && { note }) }),
    submit: async (input) => {
      const claim = await take.mutateAsync(input)
      onClose()
      const by = formatDate(dueIfTakenNow(order), language)
      tellTaken(claim.id, t(claim.state === 'requested' ? 'take.requested' : 'take.done', { by }))
    },
  })
}

/** Those of my grants, and the groups and branches below them. */
function useClaimingOrganizations(): readonly ClaimingOrganization[] {
  const leads = leadsOf(useMe())
  const below = useQueries({ queries: leads.map(({ id }) => organizationQueries.list({ under: id })) })
  const all = [...leads, ...below.flatMap(({ data }) => data ?? [])]
  const known = new Map(all.filter(({ kind }) => collectiveKind(kind) !== undefined).map((each) => [each.id, each]))
  return [...known.values()]
}
