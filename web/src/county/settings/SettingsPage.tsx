import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { forgetDraft } from '../../platform/form/kept-draft.ts'
import { mayDo } from '../session/me.ts'
import { useMe } from '../session/session.queries.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { SettingsRead } from './SettingsRead.tsx'
import { settingsKey } from './settings-draft.ts'
import { settingsQueries } from './settings.queries.ts'
import './settings.css'

/** Every default of the county, in words: the organizer edits, everybody else reads. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const settings = useQuery(settingsQueries.current())
  const may = mayDo(useMe(), 'settings.change')
  const [attempt, setAttempt] = useState(0)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to="/calendar">{t('link.calendar')}</ButtonLink>
            <ButtonLink to="/checklist">{t('link.checklist')}</ButtonLink>
            {may && <ButtonLink to="/rules">{t('link.rules')}</ButtonLink>}
          </>
        }
      />
      {settings.isPending && <SkeletonPage />}
      {settings.isError && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isSuccess && (
        <div className="settings">
          <Version view={settings.data} />
          {may ? (
            <SettingsForm
              key={`${settings.data.version} ${attempt}`}
              view={settings.data}
              onStartOver={() => {
                forgetDraft(settingsKey(settings.data))
                setAttempt(attempt + 1)
              }}
            />
          ) : (
            <SettingsRead view={settings.data} />
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
