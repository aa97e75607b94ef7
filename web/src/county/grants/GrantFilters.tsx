import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { GrantedRole } from '@dj/shared/county/people/role.ts'
import { Select } from '../../platform/form/controls.tsx'
import { FilterChip } from '../../platform/ui/button/Chip.tsx'

/** By role, by person (chosen in the table), and with those that are over. */
export function GrantFilters() {
  const { t } = useTranslation(['grants', 'domain'])
  const search = useSearch({ from: '/signed-in/grants' })
  const navigate = useNavigate()
  const go = (change: Partial<typeof search>) =>
    void navigate({ to: '/grants', search: { ...search, ...change }, replace: true })
  return (
    <div className="filters">
      <label className="field">
        <span className="field__label">{t('field.role')}</span>
        <Select
          id="grant-role"
          name="role"
          value={search.role ?? ''}
          onValue={(role) => go({ role: GrantedRole.safeParse(role).data })}
          empty={t('filter.all')}
          options={GrantedRole.options.map((role) => ({ value: role, label: t(`domain:role.${role}`) }))}
        />
      </label>
      <FilterChip on={search.all === true} onChange={(on) => go({ all: on || undefined })}>
        {t('filter.over')}
      </FilterChip>
      {search.personId !== undefined && (
        <FilterChip on onChange={() => go({ personId: undefined, who: undefined })}>
          {t('filter.person', { who: search.who ?? search.personId })}
        </FilterChip>
      )}
    </div>
  )
}
