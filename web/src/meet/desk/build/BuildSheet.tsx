import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import type { OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import { BuildOrder } from '@dj/shared/build/order/order.schema.ts'
import { forgetDraft, keptDraft, useKeepDraft } from '../../../platform/form/kept-draft.ts'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useChange } from '../../../collect/needs/needs.queries.ts'
import { organizationQueries } from '../../../county/organizations/organizations.queries.ts'
import { actorOf } from '../../../county/session/me.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { SkeletonPage } from '../../../platform/ui/state/Skeleton.tsx'
import { buildOrder } from '../desk.queries.ts'
import { OrderFields } from './OrderFields.tsx'
import { OwnerFields } from './OwnerFields.tsx'
import { ownersFor, suggestDraft, tierOfOwner, wordsOf, type OrderDraft } from './order-draft.ts'

interface Props {
  readonly needs: readonly NeedView[]
  readonly onClose: () => void
  readonly onBuilt: () => void
}

/** One order from the chosen needs, beside the list they come from. */
export function BuildSheet(props: Props) {
  const { t } = useTranslation('desk')
  const organizations = useQuery(organizationQueries.all())
  const owners = ownersFor(organizations.data ?? [], actorOf(useMe()))
  return (
    <Dialog open sheet title={t('build.title', { count: props.needs.length })} onClose={props.onClose}>
      {organizations.isPending && <SkeletonPage />}
      {organizations.isError && <ErrorState error={organizations.error} onRetry={() => void organizations.refetch()} />}
      {organizations.isSuccess && <BuildForm {...props} owners={owners} />}
    </Dialog>
  )
}

function BuildForm({ needs, owners, onClose, onBuilt }: Props & { owners: readonly OrganizationView[] }) {
  const { t } = useTranslation(['desk', 'shell'])
  const draft = useBuildDraft(needs, owners, onBuilt)
  return (
    <form {...draft.props} className="stack stack--wide">
      <OrderFields draft={draft} needs={needs} owner={<OwnerFields draft={draft} owners={owners} needs={needs} />} />
      <div className="dialog__foot sheet__foot">
        <ActionButton action={act(onClose)}>{t('shell:action.cancel')}</ActionButton>
        <SubmitButton draft={draft}>{t('build.submit')}</SubmitButton>
      </div>
    </form>
  )
}

// The sheet may be closed to look something up: the same needs then find what was typed for them.
const nameOf = (person: string, needs: readonly NeedView[]) =>
  `build.${[person, ...needs.map(({ id }) => id).toSorted()].join()}`

function useBuildDraft(needs: readonly NeedView[], owners: readonly OrganizationView[], onBuilt: () => void) {
  const { t } = useTranslation('desk')
  const build = useChange(buildOrder)
  const kept = nameOf(useMe().person.id, needs)
  const [suggested] = useState(() => suggestDraft(needs, owners[0]))
  const draft = useDraft({
    schema: BuildOrder,
    initial: keptDraft(kept, suggested),
    toInput: (values: OrderDraft) => toBuild(values, owners),
    submit: async (input) => {
      const order = await build.mutateAsync(input)
      forgetDraft(kept)
      notify(t('build.done', { title: order.title }))
      onBuilt()
    },
  })
  useKeepDraft(kept, draft.values, suggested)
  return draft
}

const toBuild = (values: OrderDraft, owners: readonly OrganizationView[]) => {
  const owner = owners.find(({ id }) => id === values.ownerOrganizationId)
  return { ...wordsOf(values), ownerOrganizationId: owner?.id, tier: owner && tierOfOwner(owner.kind) }
}
