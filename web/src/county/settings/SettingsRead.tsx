import { useTranslation } from 'react-i18next'
import type { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { useLanguage } from '../../platform/i18n/language.ts'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { defaults, groups, toNumbers } from './fields/fields.ts'
import { GroupHead } from './fields/GroupHead.tsx'
import { BulletinRead } from './fields/BulletinEditor.tsx'
import { HotlineRead } from './fields/HotlineEditor.tsx'
import { RoundPlanRead } from './fields/RoundPlanRead.tsx'

/** The same page for those who may not change it. */
export function SettingsRead({ view }: { view: SettingsView }) {
  const { settings } = view
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const numbers = toNumbers(settings)
  return (
    <>
      <p className="quiet">{t('who')}</p>
      {groups.map(({ group, fields }) => (
        <section key={group} className="settings__group">
          <GroupHead group={group} />
          <dl>
            {fields.map(({ path, unit }) => (
              <div key={path} className="setting">
                <dt>{t(`field.${path}`)}</dt>
                <dd className="setting__value">
                  <b>{numbers[path]}</b> {t(`unit.${unit}`)}
                  {numbers[path] !== defaults[path] && (
                    <span className="quiet"> {t('default', { value: defaults[path] })}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <RoundPlanRead view={view} />
      <HotlineRead hotline={settings.hotline} />
      <BulletinRead office={settings.bulletin} />
      <section className="settings__group">
        <GroupHead group="categories" />
        <div className="row">
          {settings.categories.map(({ code, zh, en }) => (
            <Chip key={code}>{language === 'en' ? en : zh}</Chip>
          ))}
        </div>
      </section>
    </>
  )
}
