import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganizationView } from '@dj/shared/organization/organization.schema.ts'
import { TextInput } from '../form/controls.tsx'
import { Field, type ControlProps } from '../form/Field.tsx'
import { organizationQueries } from '../organizations/organizations.queries.ts'
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
  const { t } = useTranslation('domain')
  const { data: all = [] } = useQuery(organizationQueries.all())
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState(0)
  const found = typed === undefined || typed.trim() === '' ? [] : matching(all, typed)
  const value = typed ?? all.find(({ id }) => id === chosenId)?.name ?? ''
  const choose = (organization: OrganizationView | undefined) => {
    if (organization === undefined) return
    onChoose(organization.id)
    setTyped(undefined)
  }
  const type = (words: string) => {
    setTyped(words)
    setAt(0)
    if (chosenId !== '') onChoose('')
  }
  const keys = listKeys({ size: found.length, at, setAt, choose: () => choose(found[at]), close: () => setTyped('') })
  return (
    <div className="combo">
      <TextInput
        {...control}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${control.id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${control.id}-${at}` : undefined}
        autoComplete="off"
        value={value}
        onValue={type}
        onKeyDown={keys}
        onBlur={() => typed !== undefined && setTyped(undefined)}
      />
      <ul id={`${control.id}-list`} role="listbox" className="combo__list" hidden={found.length === 0}>
        {found.map((organization, nth) => (
          <li
            key={organization.id}
            id={`${control.id}-${nth}`}
            role="option"
            aria-selected={nth === at}
            onMouseDown={() => choose(organization)}
          >
            {organization.name} <span className="quiet">{t(`organizationKind.${organization.kind}`)}</span>
          </li>
        ))}
      </ul>
    </div>
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

interface List {
  readonly size: number
  readonly at: number
  readonly setAt: (at: number) => void
  readonly choose: () => void
  readonly close: () => void
}

const listKeys =
  ({ size, at, setAt, choose, close }: List) =>
  (event: React.KeyboardEvent) => {
    if (size === 0 || event.ctrlKey) return
    const act = {
      ArrowDown: () => setAt((at + 1) % size),
      ArrowUp: () => setAt((at + size - 1) % size),
      Enter: choose,
      Escape: close,
    }[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
