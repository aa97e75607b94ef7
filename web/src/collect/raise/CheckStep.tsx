import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type NeedReceipt, RaiseNeedOpenly } from '@dj/shared/collect/need/need.schema.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { toNeed } from './answers.ts'
import { useRaise } from './raise.queries.ts'
import { StepHead } from './Step.tsx'
import type { Raise } from './raise.ts'

interface Props {
  readonly raise: Raise
  readonly onRaised: (receipt: NeedReceipt) => void
}

/** A last look: everything said, each with a way back, then one button. */
export function CheckStep({ raise, onRaised }: Props) {
  const { t } = useTranslation('raise')
  const raising = useRaise(raise.county.id)
  const draft = useDraft({
    schema: RaiseNeedOpenly,
    initial: raise.answers,
    toInput: (answers) => ({ ...toNeed(answers), ...(raise.desk && { organizationId: raise.desk.id }) }),
    submit: async (need) => onRaised(await raising.mutateAsync(need)),
  })
  const rows = useRows(raise)
  return (
    <form {...draft.props} className="step">
      <StepHead raise={raise} title={t('check.title')} />
      <dl className="check">
        {rows.map(({ step, label, value, paths }) => (
          <div key={step} className="check__row">
            <dt>{label}</dt>
            <dd>
              {value === '' ? <span className="quiet">{t('check.none')}</span> : value}
              {paths
                .map((path) => draft.faults.get(path))
                .map(
                  (fault) =>
                    fault !== undefined && (
                      <span key={fault} className="field__error">
                        {fault}
                      </span>
                    ),
                )}
            </dd>
            <dd>
              <Link
                to="/raise/$countyId"
                params={{ countyId: raise.county.id }}
                search={(before) => ({ ...before, step })}
                aria-label={t('check.changeOf', { what: label })}
              >
                {t('check.change')}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('check.privacy')}</p>
      <SubmitButton draft={draft} block>
        {t('check.submit')}
      </SubmitButton>
    </form>
  )
}

function useRows({ answers, county }: Raise) {
  const { t } = useTranslation(['raise', 'domain'])
  const word = (key: string) => t(key as 'domain:category.other')
  const { body, requesterKind, category, urgency, townId, requesterName, contactName, phone, share } = answers
  const town = county.towns.find(({ id }) => id === townId)
  const named = (key: string, value: string) => (value === '' ? '' : word(`${key}.${value}`))
  return [
    { step: 1, label: t('check.body'), value: body, paths: ['body'] },
    { step: 2, label: t('check.kind'), value: named('kind', requesterKind), paths: ['requesterKind'] },
    { step: 3, label: t('check.category'), value: named('domain:category', category), paths: ['category'] },
    { step: 4, label: t('check.urgency'), value: named('urgency', urgency), paths: ['urgency'] },
    { step: 5, label: t('check.town'), value: town?.name ?? t('town.unknown'), paths: ['townId'] },
    {
      ...{ step: 6, label: t('check.contact') },
      value: [requesterName, contactName, phone, share === '' ? '' : t('check.share')]
        .filter((part) => part !== '')
        .join(t('check.comma')),
      paths: ['requesterName', 'contact.name', 'contact.phone'],
    },
  ]
}
