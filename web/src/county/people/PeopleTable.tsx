import { useTranslation } from 'react-i18next'
import type { PersonView } from '@dj/shared/county/people/people.schema.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { DataTable, type Column } from '../../platform/ui/table/DataTable.tsx'
import { PersonStatus } from './PersonStatus.tsx'

interface Props {
  readonly rows: readonly PersonView[]
  readonly onEdit: ((person: PersonView) => void) | undefined
}

export function PeopleTable({ rows, onEdit }: Props) {
  const { t } = useTranslation(['people', 'domain'])
  const columns: Column<PersonView>[] = [
    { key: 'alias', label: t('field.alias'), render: (person) => <Named person={person} /> },
    { key: 'username', label: t('field.username'), render: ({ username }) => username ?? t('none') },
    { key: 'kind', label: t('field.kind'), render: ({ kind }) => t(`domain:personKind.${kind}`) },
    { key: 'home', label: t('field.home'), render: ({ homeOrganization }) => homeOrganization?.name ?? t('none') },
    { key: 'status', label: t('field.status'), render: ({ status }) => <PersonStatus status={status} /> },
  ]
  const edit: Column<PersonView> = {
    ...{ key: 'edit', label: t('manage'), acts: true },
    render: (person) => (
      <ActionButton action={act(() => onEdit?.(person))} label={t('manage.of', { who: person.alias })}>
        {t('manage')}
      </ActionButton>
    ),
  }
  const shown = onEdit === undefined ? columns : [...columns, edit]
  return <DataTable label={t('title')} columns={shown} rows={rows} rowKey={({ id }) => id} />
}

function Named({ person: { alias, name } }: { person: PersonView }) {
  return (
    <>
      <b>{alias}</b>
      {name !== null && <span className="quiet">{name}</span>}
    </>
  )
}
