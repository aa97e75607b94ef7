import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { GrantView } from '@dj/shared/county/people/people.schema.ts'
import { lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { DataTable, type Column } from '../../platform/ui/table/DataTable.tsx'
import { toDate } from '../../platform/ui/time/dates.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'

interface Props {
  readonly rows: readonly GrantView[]
  readonly onEnd: ((grant: GrantView) => void) | undefined
}

export function GrantTable({ rows, onEnd }: Props) {
  const { t } = useTranslation(['grants', 'domain'])
  const columns: Column<GrantView>[] = [
    { key: 'person', label: t('field.person'), render: (grant) => <Holder grant={grant} /> },
    { key: 'role', label: t('field.role'), render: ({ role }) => t(`domain:role.${role}`) },
    { key: 'organization', label: t('field.organization'), render: ({ organization }) => organization.name },
    { key: 'from', label: t('field.from'), render: ({ validFrom }) => <DateText value={validFrom} /> },
    { key: 'until', label: t('field.until'), render: (grant) => <Until grant={grant} /> },
    { key: 'by', label: t('field.by'), render: ({ grantedBy }) => grantedBy ?? t('by.setup') },
  ]
  const end: Column<GrantView> = {
    ...{ key: 'end', label: t('end'), acts: true },
    render: (grant) => (
      <ActionButton
        action={act(() => onEnd?.(grant))}
        label={t('end.of', { who: grant.person.alias, role: t(`domain:role.${grant.role}`) })}
        {...(!grant.live && { disabledReason: t('end.over') })}
      >
        {t('end')}
      </ActionButton>
    ),
  }
  const shown = onEnd === undefined ? columns : [...columns, end]
  return <DataTable label={t('title')} columns={shown} rows={rows} rowKey={({ id }) => id} />
}

/** Leads to all this person holds and held. */
function Holder({ grant: { person } }: { grant: GrantView }) {
  const search = useSearch({ from: '/signed-in/grants' })
  return (
    <>
      <Link to="/grants" search={{ ...search, personId: person.id, who: person.alias }}>
        {person.alias}
      </Link>
      {person.username !== null && <span className="quiet">{person.username}</span>}
    </>
  )
}

function Until({ grant: { validUntil, live } }: { grant: GrantView }) {
  const { t } = useTranslation('grants')
  if (validUntil === null) return t('until.open')
  return (
    <>
      <DateText value={lastDayOf(toDate(validUntil))} />
      {!live && <span className="quiet">{t('until.over')}</span>}
    </>
  )
}
