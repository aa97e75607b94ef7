import { useTranslation } from 'react-i18next'
import type { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { GroupHead } from './GroupHead.tsx'
import { planNumbers } from './plan-draft.ts'

/** The standing plan for those who may not change it. */
export function RoundPlanRead({ view: { settings, seedHolders } }: { view: SettingsView }) {
  const { t } = useTranslation('settings')
  const { plan } = settings.round
  if (plan === null)
    return (
      <section className="settings__group">
        <GroupHead group="plan" />
        <p>{t('plan.off')}</p>
      </section>
    )
  return (
    <section className="settings__group">
      <GroupHead group="plan" />
      <dl>
        {seedHolders.map(({ id, alias }, nth) => (
          <Row key={id} label={t('plan.holder', { n: nth + 1 })}>
            <b>{alias}</b>
          </Row>
        ))}
        <Row label={t('plan.source')}>
          <b>{plan.publicValueSource}</b>
        </Row>
        <Row label={t('plan.notation')}>
          <b>{plan.publicValueNotation ?? t('plan.notation.none')}</b>
        </Row>
        {planNumbers.map((name) => (
          <Row key={name} label={t(`plan.${name}`)}>
            <b>{plan[name]}</b> {name !== 'openOnWorkingDay' && t('unit.days')}
          </Row>
        ))}
      </dl>
    </section>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="setting">
      <dt>{label}</dt>
      <dd className="setting__value">{children}</dd>
    </div>
  )
}
