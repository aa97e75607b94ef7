import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { Select } from '../../platform/form/controls.tsx'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { PrintButton } from '../../platform/ui/button/PrintButton.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { checklistQueries } from './checklist.queries.ts'
import { ChecklistPreview } from './ChecklistPreview.tsx'
import { ItemList } from './ItemWords.tsx'
import './checklists.css'

/** What inspectors ask, in the version in force or an older one; the county organizer changes it. */
export function ChecklistPage() {
  const { t } = useTranslation('checklists')
  const { version } = useSearch({ from: '/signed-in/checklist' })
  const current = useQuery(checklistQueries.version())
  const shown = useQuery({ ...checklistQueries.version(version), placeholderData: keepPreviousData })
  const may = mayDo(useMe(), 'checklist.change')
  const failed = shown.error ?? current.error
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={<Back />}
        actions={
          <>
            <PrintButton>{t('print')}</PrintButton>
            {may && (
              <ButtonLink to="/checklist/edit" kind="primary">
                {t('edit')}
              </ButtonLink>
            )}
          </>
        }
      />
      {failed !== null ? (
        <ErrorState error={failed} onRetry={() => void Promise.all([current.refetch(), shown.refetch()])} />
      ) : shown.data === undefined || current.data === undefined ? (
        <SkeletonPage />
      ) : (
        <Version view={shown.data} newest={current.data.version} />
      )}
      {!may && <p className="quiet">{t('who')}</p>}
    </>
  )
}

/** Up to where the reader came from: the parameters of the county, or an inspector's own list. */
function Back() {
  const { t } = useTranslation(['settings', 'inspections'])
  const me = useMe()
  if (mayDo(me, 'settings.change')) return <BackLink to="/settings">{t('title')}</BackLink>
  return mayDo(me, 'inspection.list') ? <BackLink to="/inspections">{t('inspections:title')}</BackLink> : null
}

function Version({ view, newest }: { view: ChecklistView; newest: number }) {
  const { t } = useTranslation('checklists')
  return (
    <div className="checklist">
      <div className="checklist__bar">
        <VersionChoice shown={view.version} newest={newest} />
        <ChecklistPreview version={view.version} items={view.items} />
      </div>
      <VersionWords view={view} />
      {view.version !== newest && <p className="checklist__note">{t('older', { newest })}</p>}
      <h2>{t('count', { count: view.items.length })}</h2>
      <ItemList items={view.items} />
    </div>
  )
}

/** Who made this version, when and why. */
export function VersionWords({ view: { version, changedBy, changedAt, note } }: { view: ChecklistView }) {
  const { t } = useTranslation('checklists')
  return (
    <p className="checklist__version">
      <b>{t('version', { version })}</b> · {changedBy ?? t('version.system')}
      {changedBy !== null && (
        <>
          {' · '}
          <DateText value={changedAt} time />
        </>
      )}
      {note !== null && <span> · {t('version.note', { note })}</span>}
    </p>
  )
}

function VersionChoice({ shown, newest }: { shown: number; newest: number }) {
  const { t } = useTranslation('checklists')
  const navigate = useNavigate()
  const choose = (value: string) =>
    void navigate({ to: '/checklist', search: Number(value) === newest ? {} : { version: Number(value) } })
  const versions = Array.from({ length: newest }, (_, at) => newest - at)
  return (
    <div className="checklist__choice">
      <label className="field__label" htmlFor="checklist-version">
        {t('version.choose')}
      </label>
      <Select
        id="checklist-version"
        name="version"
        value={String(shown)}
        onValue={choose}
        options={versions.map((version) => ({
          value: String(version),
          label: t(version === newest ? 'version.current' : 'version', { version }),
        }))}
      />
    </div>
  )
}
