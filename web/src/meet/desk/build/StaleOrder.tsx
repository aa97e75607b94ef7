import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { request } from '../../../platform/api/client.ts'
import { OrderView as Order } from '@dj/shared/build/order/order.schema.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import type { OrderForm } from './form-of-order.ts'
import { changesBetween, draftFrom, type OrderDraft } from './order-draft.ts'

interface Props {
  readonly id: string
  readonly draft: OrderForm
  readonly base: OrderView
  readonly onRebase: (newest: OrderView) => void
}

/** Somebody saved meanwhile: what they changed stands beside what is typed here, and nothing typed is lost. */
export function StaleOrder({ id, draft, base, onRebase }: Props) {
  const { t } = useTranslation('desk')
  const { data: newest } = useQuery({
    queryKey: ['orders', 'newest', id, base.version],
    queryFn: ({ signal }) => request('GET', `/orders/${id}`, { schema: Order, signal }),
  })
  if (newest === undefined || newest.version <= base.version) return null
  const theirs = draftFrom(newest)
  const names = changedNames(draftFrom(base), theirs)
  const take = () => {
    for (const name of names) draft.set(name, theirs[name])
    onRebase(newest)
  }
  return (
    <section className="stale" role="alert">
      <h3>
        <Icon name="alert" /> {t('stale.title')}
      </h3>
      <p>{t('stale.body')}</p>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`field.${name}`)}</dt>
            <dd>
              <del>{shown(draftFrom(base)[name])}</del> <ins>{shown(theirs[name])}</ins>
            </dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <ActionButton action={act(take)}>{t('stale.take')}</ActionButton>
        <ActionButton action={act(() => onRebase(newest))}>{t('stale.mine')}</ActionButton>
      </div>
    </section>
  )
}

const fields = [
  'title',
  'ask',
  'acceptance',
  'beneficiaries',
  'category',
  'mode',
  'places',
  'confirmRequired',
  'skills',
  'location',
  'claimBy',
  'dueOn',
  'standing',
  'standingUntil',
  'tierReason',
  'needIds',
] as const

function changedNames(base: OrderDraft, theirs: OrderDraft): readonly (typeof fields)[number][] {
  const changed = changesBetween(base, theirs)
  return fields.filter((name) => name in changed)
}

function shown(value: OrderDraft[keyof OrderDraft]): string {
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  return typeof value === 'string' ? value || '—' : String(value.length)
}
