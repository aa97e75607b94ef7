import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SettingsView } from '@dj/shared/settings/settings.schema.ts'
import { mayDo } from '../session/me.ts'
import { useMe } from '../session/session.queries.ts'
import { DateText } from '../ui/DateText.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SkeletonPage } from '../ui/Skeleton.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { SettingsRead } from './SettingsRead.tsx'
import { settingsQueries } from './settings.queries.ts'
import './settings.css'

/** Every default of the county, in words: the organizer edits, everybody else reads. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const settings = useQuery(settingsQueries.current())
  const may = mayDo(useMe(), 'settings.change')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {settings.isPending && <SkeletonPage />}
      {settings.isError && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isSuccess && (
        <div className="settings">
          <Version view={settings.data} />
          {may ? (
            <SettingsForm key={settings.data.version} view={settings.data} />
          ) : (
            <SettingsRead settings={settings.data.settings} />
          )}
        </div>
      )}
    </>
  )
}

/** Which version is in force, who made it, when and why. */
function Version({ view: { version, changedBy, changedAt, note } }: { view: SettingsView }) {
  const { t } = useTranslation('settings')
  return (
    <p className="settings__version">
      <b>{t('version', { version })}</b> · {changedBy ?? t('version.system')} · <DateText value={changedAt} time />
      {note !== null && <span> · {t('version.note', { note })}</span>}
    </p>
  )
}
