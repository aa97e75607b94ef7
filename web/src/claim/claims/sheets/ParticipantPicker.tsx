import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explainProblem } from '../../../platform/api/problem.ts'
import { Checkbox, TextInput } from '../../../platform/form/controls.tsx'
import { colleagueQueries } from '../../../county/organizations/colleagues.queries.ts'

interface Props {
  readonly organizationId: string
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  /** Who is on it already, wherever they are at home. */
  readonly also?: readonly { readonly id: string; readonly alias: string; readonly organizationName: string | null }[]
}

const many = 8

/** Who takes part: each is asked, and nobody is listed without a chance to decline. */
export function ParticipantPicker({ organizationId, chosen, onChange, also = [] }: Props) {
  const { t } = useTranslation('claims')
  const [find, setFind] = useState('')
  const colleagues = useQuery({ ...colleagueQueries.of(organizationId), enabled: organizationId !== '' })
  const near = colleagues.data ?? []
  const people = [...also.filter(({ id }) => !near.some((one) => one.id === id)), ...near]
  const shown = people.filter(({ alias, organizationName }) =>
    `${alias}${organizationName ?? ''}`.includes(find.trim()),
  )
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))
  return (
    <fieldset className="choices participants">
      <legend className="field__label">{t('participants.title', { count: chosen.length })}</legend>
      <p className="field__hint">{t('participants.hint')}</p>
      {people.length > many && (
        <TextInput
          id="participants-find"
          name="find"
          type="search"
          aria-label={t('participants.find')}
          placeholder={t('participants.find')}
          value={find}
          onValue={setFind}
        />
      )}
      {colleagues.isError && <p className="field__error">{explainProblem(colleagues.error)}</p>}
      <div className="participants__list">
        {shown.map(({ id, alias, organizationName }) => (
          <Checkbox key={id} checked={chosen.includes(id)} onChecked={(on) => toggle(id, on)}>
            {alias} <span className="quiet">{organizationName}</span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
