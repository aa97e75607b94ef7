import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonKind } from '@dj/shared/county/people/session.schema.ts'
import { Select, TextInput } from '../../platform/form/controls.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'

/** By name, account or organization, and by what somebody is; kept in the address. */
export function PeopleFilters() {
  const { t } = useTranslation(['people', 'domain'])
  const search = useSearch({ from: '/signed-in/people' })
  const navigate = useNavigate()
  const [q, setQ] = useState(search.q ?? '')
  const go = (change: Partial<typeof search>) =>
    void navigate({ to: '/people', search: { ...search, ...change }, replace: true })
  const find = () => go({ q: q.trim() || undefined })
  return (
    <search>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <label className="field">
          <span className="field__label">{t('search.label')}</span>
          <TextInput id="people-q" name="q" type="search" value={q} onValue={setQ} placeholder={t('search.hint')} />
        </label>
        <label className="field">
          <span className="field__label">{t('field.kind')}</span>
          <Select
            id="people-kind"
            name="kind"
            value={search.kind ?? ''}
            onValue={(kind) => go({ kind: PersonKind.safeParse(kind).data })}
            empty={t('search.all')}
            options={PersonKind.options.map((kind) => ({ value: kind, label: t(`domain:personKind.${kind}`) }))}
          />
        </label>
        <ActionButton action={act(find)} icon="search" submits>
          {t('search.go')}
        </ActionButton>
      </form>
    </search>
  )
}
