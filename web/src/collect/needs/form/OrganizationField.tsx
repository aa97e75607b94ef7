import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import { TextInput } from '../../../platform/form/controls.tsx'
import { Field, type ControlProps } from '../../../platform/form/Field.tsx'
import { organizationQueries } from '../../../county/organizations/organizations.queries.ts'
import type { NeedForm } from './need-draft.ts'

/** Where the need belongs: a few characters of the name, then arrows and Enter. */
export function OrganizationField({ draft }: { draft: NeedForm }) {
  const { t } = useTranslation('needs')
  return (
    <Field
      draft={draft}
      name="organizationId"
      label={t('field.organization')}
      optional
      hint={t('field.organization.hint')}
    >
      {(control) => (
        <Combobox
          control={control}
          chosenId={draft.values.organizationId}
          onChoose={(id) => draft.set('organizationId', id)}
        />
      )}
    </Field>
  )
}

interface Props {
  readonly control: ControlProps
  readonly chosenId: string
  readonly onChoose: (id: string) => void
}

function Combobox({ control, chosenId, onChoose }: Props) {
  const { data: all = [] } = useQuery(organizationQueries.all())
  const [typed, setTyped] = useState<string>()
  const listId = `${control.id}-list`
  const found = typed === undefined || typed.trim() === '' ? [] : matching(all, typed)
  const choose = (id: string | undefined) => {
    if (id === undefined) return
    onChoose(id)
    setTyped(undefined)
    document.getElementById(control.id)?.focus()
  }
  const type = (words: string) => {
    setTyped(words)
    if (chosenId !== '') onChoose('')
  }
  const leave = ({ relatedTarget }: React.FocusEvent) => {
    if (relatedTarget?.id !== listId && relatedTarget?.id !== control.id) setTyped(undefined)
  }
  const keys = { ArrowDown: () => document.getElementById(listId)?.focus(), Enter: () => choose(found[0]?.id) }
  return (
    <div className="combo">
      <TextInput
        {...control}
        autoComplete="off"
        value={typed ?? all.find(({ id }) => id === chosenId)?.name ?? ''}
        onValue={type}
        onKeyDown={onKeys(found.length > 0 ? keys : {})}
        onBlur={leave}
      />
      {found.length > 0 && <Found id={listId} found={found} onChoose={choose} onBlur={leave} />}
    </div>
  )
}

interface FoundProps {
  readonly id: string
  readonly found: readonly OrganizationView[]
  readonly onChoose: (id: string | undefined) => void
  readonly onBlur: (event: React.FocusEvent) => void
}

/** What fits, the best first: Enter in the field takes it, the arrow goes down into the list. */
function Found({ id, found, onChoose, onBlur }: FoundProps) {
  const { t } = useTranslation(['needs', 'domain'])
  const [chosen, setChosen] = useState(found[0]?.id)
  return (
    <select
      id={id}
      className="combo__list"
      aria-label={t('field.organization.found')}
      size={Math.max(2, found.length)}
      value={chosen ?? ''}
      onChange={(event) => setChosen(event.target.value)}
      onClick={(event) => onChoose(event.currentTarget.value)}
      onKeyDown={onKeys({ Enter: () => onChoose(chosen) })}
      onBlur={onBlur}
    >
      {found.map(({ id: organizationId, name, kind }) => (
        <option key={organizationId} value={organizationId}>
          {name} · {t(`domain:organizationKind.${kind}`)}
        </option>
      ))}
    </select>
  )
}

/** What begins with the words first, then what contains them. */
function matching(all: readonly OrganizationView[], typed: string): readonly OrganizationView[] {
  const words = typed.trim()
  return all
    .filter(({ name }) => name.includes(words))
    .toSorted((a, b) => a.name.indexOf(words) - b.name.indexOf(words) || a.name.length - b.name.length)
    .slice(0, 8)
}

const onKeys = (keys: Readonly<Record<string, () => void>>) => (event: React.KeyboardEvent) => {
  const act = keys[event.key]
  if (act === undefined || event.ctrlKey) return
  event.preventDefault()
  act()
}
