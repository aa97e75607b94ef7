import { useTranslation } from 'react-i18next'
import { ClaimMode } from '@dj/shared/build/order/order.schema.ts'
import { Checkbox, RadioGroup, Select } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { useCategoryOptions } from '../../../county/settings/settings.queries.ts'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import type { OrderForm } from './form-of-order.ts'
import type { BuiltFrom } from './order-draft.ts'
import { OrderTerms } from './OrderTerms.tsx'
import { Words } from '../waiting/Words.tsx'

interface Props {
  readonly draft: OrderForm
  readonly needs: readonly BuiltFrom[]
  /** Owner and tier: chosen when building, fixed afterwards. */
  readonly owner: React.ReactNode
}

/** Everything an order says, in the order a reader will meet it. */
export function OrderFields({ draft, needs, owner }: Props) {
  const { t } = useTranslation('desk')
  return (
    <>
      <Voices draft={draft} needs={needs} />
      <Part title={t('part.what')}>
        <Words draft={draft} name="title" line first />
        <Words draft={draft} name="ask" rows={4} />
        <Words draft={draft} name="acceptance" rows={2} hint={t('field.acceptance.hint')} />
        <Words draft={draft} name="beneficiaries" line />
        <CategoryField draft={draft} />
      </Part>
      <Part title={t('part.library')}>{owner}</Part>
      <Part title={t('part.claim')}>
        <ModeField draft={draft} />
        <Words draft={draft} name="places" line narrow hint={t('field.places.hint')} />
        <Checkbox checked={draft.values.confirmRequired} onChecked={(checked) => draft.set('confirmRequired', checked)}>
          {t('field.confirmRequired')}
          <span className="field__hint">{t('field.confirmRequired.hint')}</span>
        </Checkbox>
        <Words draft={draft} name="skills" line optional hint={t('field.skills.hint')} />
      </Part>
      <Part title={t('part.when')}>
        <OrderTerms draft={draft} />
      </Part>
    </>
  )
}

export function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="sheet__part stack">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function CategoryField({ draft }: { draft: OrderForm }) {
  const { t } = useTranslation('desk')
  const options = useCategoryOptions()
  const { category } = draft.values
  const all = options.some(({ value }) => value === category) || category === '' ? options : [...options, own(category)]
  return (
    <Field draft={draft} name="category" label={t('field.category')}>
      {(control) => (
        <Select
          {...control}
          value={category}
          onValue={(value) => draft.set('category', value)}
          options={all}
          empty={t('field.choose')}
        />
      )}
    </Field>
  )
}

const own = (code: string) => ({ value: code, label: code })

function ModeField({ draft }: { draft: OrderForm }) {
  const { t } = useTranslation(['desk', 'domain'])
  const fault = draft.faults.get('mode')
  return (
    <RadioGroup
      name="mode"
      legend={t('field.mode')}
      value={draft.values.mode}
      onValue={(value) => draft.set('mode', ClaimMode.parse(value))}
      options={ClaimMode.options.map((mode) => ({ value: mode, label: t(`domain:mode.${mode}`) }))}
      fault={
        fault !== undefined && (
          <div className="field__error">
            <Icon name="alert" size={16} />
            {fault}
          </div>
        )
      }
    />
  )
}

/** The needs the order answers; one that does not belong can be taken out. */
function Voices({ draft, needs }: { draft: OrderForm; needs: readonly BuiltFrom[] }) {
  const { t } = useTranslation('desk')
  const { needIds } = draft.values
  const chosen = needs.filter(({ id }) => needIds.includes(id))
  if (chosen.length === 0) return <p className="quiet">{t('voices.none')}</p>
  return (
    <ol className="sheet__voices" aria-label={t('voices.label')}>
      {chosen.map(({ id, body, requesterName }) => (
        <li key={id}>
          <div>
            <p>{body ?? t('voices.hidden')}</p>
            {requesterName !== null && <p className="quiet">{requesterName}</p>}
          </div>
          <button
            type="button"
            className="btn btn--plain"
            aria-label={t('voices.remove', { what: (body ?? '').slice(0, 20) })}
            onClick={() =>
              draft.set(
                'needIds',
                needIds.filter((each) => each !== id),
              )
            }
          >
            <Icon name="minus" />
          </button>
        </li>
      ))}
    </ol>
  )
}
