import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { Select, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { VisitDraft } from '../../inspections/visit/visit-draft.ts'
import { useNow } from '../../../platform/ui/time/now.ts'
import type { SlipRow } from '../batch/slip-row.ts'

interface Props {
  readonly row: SlipRow
  readonly draft: VisitDraft
  readonly write: (part: Partial<SlipRow>) => void
}

/** Which order, who went there, and on what day. */
export function SlipHead({ row, draft, write }: Props) {
  const { t } = useTranslation('slips')
  const today = civilDateOf(useNow())
  return (
    <section className="stack" aria-labelledby="slip-order">
      <div>
        <h2 id="slip-order">{row.title}</h2>
        <Link to="/orders/$id" params={{ id: row.orderId }} target="_blank">
          {row.number}
        </Link>
      </div>
      <div className="slip-head">
        <Field draft={draft} name="inspectorId" label={t('inspector')} hint={t('inspector.hint')}>
          {(control) => (
            <Select
              {...control}
              value={row.inspectorId}
              empty={t('inspector.choose')}
              onValue={(inspectorId) => write({ inspectorId })}
              options={row.inspectors.map(({ id, alias }) => ({ value: id, label: alias }))}
            />
          )}
        </Field>
        <Field draft={draft} name="visitedOn" label={t('visitedOn')} hint={t('visitedOn.hint')}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              max={today}
              value={row.visitedOn}
              onValue={(visitedOn) => write({ visitedOn })}
            />
          )}
        </Field>
      </div>
    </section>
  )
}
