import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { suggestedTier } from '@dj/shared/build/order/order.rules.ts'
import type { OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import { Select, TextArea } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { useSettings } from '../../../county/settings/settings.queries.ts'
import { TierMark } from '../../../build/marks/TierMark.tsx'
import type { OrderForm } from './form-of-order.ts'
import { tierOfOwner } from './order-draft.ts'

interface Props {
  readonly draft: OrderForm
  readonly owners: readonly OrganizationView[]
  readonly needs: readonly NeedView[]
}

/** Whose library the order belongs to. The tier follows from it, and its reason is part of the order. */
export function OwnerFields({ draft, owners, needs }: Props) {
  const { t } = useTranslation(['desk', 'domain'])
  const owner = owners.find(({ id }) => id === draft.values.ownerOrganizationId)
  const tier = owner && tierOfOwner(owner.kind)
  return (
    <>
      <Field draft={draft} name="ownerOrganizationId" label={t('field.owner')} hint={t('field.owner.hint')}>
        {(control) => (
          <Select
            {...control}
            value={draft.values.ownerOrganizationId}
            onValue={(value) => draft.set('ownerOrganizationId', value)}
            options={owners.map(({ id, name, kind }) => ({ value: id, label: `${tierOfOwner(kind) ?? ''} · ${name}` }))}
            empty={t('field.choose')}
          />
        )}
      </Field>
      {tier !== undefined && (
        <p className="sheet__tier">
          <TierMark tier={tier} />
          <span>{t(`tier.${tier}`)}</span>
          <TierHint tier={tier} needs={needs} />
        </p>
      )}
      <Field draft={draft} name="tierReason" label={t('field.tierReason')} hint={t('field.tierReason.hint')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={draft.values.tierReason}
            onValue={(value) => draft.set('tierReason', value)}
          />
        )}
      </Field>
    </>
  )
}

/** Where the voices come from more places than the chosen library reaches, that is said. */
function TierHint({ tier, needs }: { tier: 'A' | 'B' | 'C'; needs: readonly NeedView[] }) {
  const { t } = useTranslation('desk')
  const thresholds = useSettings()?.suggestion
  if (thresholds === undefined) return null
  const suggested = suggestedTier(
    needs.flatMap(({ backers }) => backers),
    thresholds,
  )
  return suggested < tier ? <span className="sheet__hint">{t('tier.suggest', { tier: suggested })}</span> : null
}
