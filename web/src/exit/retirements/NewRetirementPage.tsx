import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { ProposeRetirement } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { explain } from '../../platform/api/problem.ts'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { orderQueries } from '../../build/orders/orders.queries.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { retirementMutations } from './retirement.queries.ts'
import './retirements.css'

/** 提请退出: on what evidence, and why. */
export function NewRetirementPage() {
  const { orderId } = useSearch({ from: '/signed-in/retirements/new' })
  return orderId === undefined ? <NoOrder /> : <ForOrder orderId={orderId} />
}

function ForOrder({ orderId }: { orderId: string }) {
  const { t } = useTranslation('retirements')
  const order = useQuery(orderQueries.one(orderId))
  if (order.isPending) return <SkeletonPage />
  if (order.data === undefined) return <ErrorState error={order.error} level={1} onRetry={() => void order.refetch()} />
  const { id, title, number, owner } = order.data
  return (
    <>
      <PageHeader
        back={
          <BackLink to="/orders/$id" params={{ id }}>
            {title}
          </BackLink>
        }
        title={t('new.title')}
        lead={[title, number, owner.name].filter(Boolean).join(' · ')}
      />
      <ProposeForm order={order.data} />
    </>
  )
}

// A second 差 and a failed rectification propose by themselves.
const chosen = ['finding', 'poor_rating', 'need_ceased'] as const

function ProposeForm({ order }: { order: OrderView }) {
  const { t } = useTranslation('retirements')
  const draft = useProposal(order.id)
  return (
    <form {...draft.props} className="stack words-form">
      <p className="prose">{t('new.consequence')}</p>
      <ChoiceField
        draft={draft}
        name="evidence"
        legend={t('new.evidence')}
        value={draft.values.evidence}
        onValue={(value) => draft.set('evidence', value)}
        options={chosen.map((value) => ({ value, label: t(`evidence.${value}`), hint: t(`new.hint.${value}`) }))}
      />
      <Field draft={draft} name="reason" label={t('new.reason')} hint={t('new.reason.hint')}>
        {(control) => (
          <TextArea {...control} rows={5} value={draft.values.reason} onValue={(value) => draft.set('reason', value)} />
        )}
      </Field>
      <SubmitButton draft={draft} disabledReason={explain(orderRefusal(order.state, 'propose_retirement'))}>
        {t('new.submit')}
      </SubmitButton>
    </form>
  )
}

function useProposal(orderId: string) {
  const navigate = useNavigate()
  const kept = `retirement.${orderId}`
  const propose = useMutation(retirementMutations.propose(orderId))
  const draft = useDraft({
    schema: ProposeRetirement,
    initial: keptDraft(kept, { evidence: '', reason: '' }),
    toInput: ({ evidence, reason }) => ({ evidence: evidence === '' ? undefined : evidence, reason }),
    submit: async (input) => {
      const { id } = await propose.mutateAsync(input)
      forgetDraft(kept)
      await navigate({ to: '/retirements/$id', params: { id }, replace: true })
    },
  })
  useKeepDraft(kept, draft.values)
  return draft
}

function NoOrder() {
  const { t } = useTranslation('retirements')
  return (
    <>
      <PageHeader title={t('new.title')} />
      <EmptyState
        icon="library"
        title={t('new.noOrder')}
        next={<ButtonLink to="/orders">{t('new.choose')}</ButtonLink>}
      />
    </>
  )
}
