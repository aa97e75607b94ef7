import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { useCategoryName } from '../../county/settings/settings.queries.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { useWaiting } from '../../platform/photos/use-waiting.ts'
import { toNeed } from './answers.ts'
import { namedBy } from './categories.ts'
import { StepHead } from './Step.tsx'
import type { Raise, StepName } from './raise.ts'

interface Props {
  readonly raise: Raise
  readonly onRaised: (receipt: NeedReceipt) => void
}

/** A last look: everything said, each with a way back, then one button. */
export function CheckStep({ raise, onRaised }: Props) {
  const { t } = useTranslation('raise')
  const draft = useDraft({
    schema: raise.schema,
    initial: raise.answers,
    toInput: (answers) => ({
      ...toNeed(answers),
      ...(raise.desk && { organizationId: raise.desk.id }),
      ...(raise.photos && { attachmentIds: raise.photos.ids }),
    }),
    submit: async (need) => onRaised(await raise.send(need)),
  })
  const rows = useRows(raise)
  const waiting = useWaiting(raise.photos)
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
              <Link to="." search={(before) => ({ ...before, step })} aria-label={t('check.changeOf', { what: label })}>
                {t('check.change')}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      {raise.photos === undefined && <p className="quiet">{t('check.privacy')}</p>}
      <SubmitButton draft={draft} block disabledReason={waiting}>
        {t('check.submit')}
      </SubmitButton>
    </form>
  )
}

function useRows(raise: Raise) {
  const { answers, county, photos, steps } = raise
  const { t } = useTranslation('raise')
  const nameOf = useCategoryName(namedBy(raise))
  const { body, requesterKind, category, urgency, townId, requesterName, contactName, phone, share } = answers
  const town = county.towns.find(({ id }) => id === townId)
  const named = (key: 'kind' | 'urgency', value: string) =>
    value === '' ? '' : t(`${key}.${value}` as 'urgency.normal')
  const contact = [requesterName, contactName, phone, share === '' ? '' : t('check.share')]
  const said: Record<StepName, { label: string; value: string; paths: readonly string[] }> = {
    words: { label: t('check.body'), value: body, paths: ['body'] },
    kind: { label: t('check.kind'), value: named('kind', requesterKind), paths: ['requesterKind'] },
    category: { label: t('check.category'), value: category === '' ? '' : nameOf(category), paths: ['category'] },
    urgency: { label: t('check.urgency'), value: named('urgency', urgency), paths: ['urgency'] },
    town: { label: t('check.town'), value: town?.name ?? t('town.unknown'), paths: ['townId'] },
    contact: {
      label: t('check.contact'),
      value: contact.filter((part) => part !== '').join(t('check.comma')),
      paths: ['requesterName', 'contact.name', 'contact.phone'],
    },
    photos: {
      label: t('check.photos'),
      value:
        photos === undefined || photos.ids.length === 0 ? '' : t('check.photos.count', { count: photos.ids.length }),
      paths: ['attachmentIds'],
    },
  }
  return steps.map((name, nth) => ({ step: nth + 1, ...said[name] }))
}
