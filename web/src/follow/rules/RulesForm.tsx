import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DryRunRules } from '@dj/shared/county/settings/rule-numbers.schema.ts'
import type { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { TextInput } from '../../platform/form/controls.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { type Numbers, toNumbers } from '../../county/settings/fields/fields.ts'
import { keepSettingsNumbers } from '../../county/settings/settings-draft.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { ruleQueries } from './rule.queries.ts'
import { numbersOf, ruleFields, type RuleSearch, rulesOf, searchOf } from '../../county/settings/rule-fields.ts'

interface Props {
  readonly view: SettingsView
  readonly search: RuleSearch
}

/** The rule in force and the one that is tried, side by side. */
export function RulesForm({ view, search }: Props) {
  const { t } = useTranslation(['rules', 'settings'])
  const draft = useTrial({ view, search })
  const before = toNumbers(view.settings)
  return (
    <form {...draft.props} className="rules__form">
      <table className="rules__table">
        <caption className="sr-only">{t('form.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.rule')}</th>
            <th scope="col">{t('column.now', { version: view.version })}</th>
            <th scope="col">{t('column.tried')}</th>
          </tr>
        </thead>
        <tbody>
          {ruleFields.map((field) => (
            <tr key={field.name}>
              <th scope="row">
                <label htmlFor={`${draft.id}-${field.name}`}>{t(`settings:field.${field.path}`)}</label>
              </th>
              <td data-label={t('column.now', { version: view.version })}>
                {before[field.path]} {t(`settings:unit.${field.unit}`)}
              </td>
              <td data-label={t('column.tried')}>
                <Tried field={field} draft={draft} isChanged={draft.values[field.path].trim() !== before[field.path]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Acts view={view} draft={draft} />
    </form>
  )
}

type Trying = ReturnType<typeof useTrial>

function useTrial({ view: { settings }, search }: Props) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const before = toNumbers(settings)
  return useDraft({
    schema: DryRunRules.transform((rules) => rules),
    initial: numbersOf(settings, search),
    toInput: (numbers) => rulesOf(settings, numbers),
    submit: async (rules) => {
      const typed = { ...before, ...typedOf(rules) }
      await client.invalidateQueries({ queryKey: ruleQueries.root, refetchType: 'none' })
      await navigate({ to: '/rules', search: searchOf(typed, before), resetScroll: false })
    },
  })
}

/** Shares as percent again. */
const typedOf = (rules: DryRunRules): Partial<Numbers> =>
  Object.fromEntries(
    ruleFields.map(({ name, path, unit }) => {
      const value = rules[name] ?? Number.NaN
      return [path, String(unit === 'percent' ? Math.round(value * 1000) / 10 : value)]
    }),
  )

interface TriedProps {
  readonly field: (typeof ruleFields)[number]
  readonly draft: Trying
  readonly isChanged: boolean
}

function Tried({ field: { name, path, unit }, draft, isChanged }: TriedProps) {
  const { t } = useTranslation(['rules', 'settings'])
  const id = `${draft.id}-${name}`
  const fault = draft.faults.get(name)
  return (
    <>
      <span className="setting__input">
        <TextInput
          id={id}
          name={name}
          inputMode="decimal"
          value={draft.values[path]}
          onValue={(value) => draft.set(path, value, name)}
          aria-describedby={`${id}-note`}
          {...(fault !== undefined && { 'aria-invalid': true as const })}
        />
        <span>{t(`settings:unit.${unit}`)}</span>
      </span>
      <span id={`${id}-note`}>
        {isChanged && fault === undefined && <b className="rules__changed">{t('changed')}</b>}
        {fault !== undefined && (
          <span className="field__error">
            <Icon name="alert" size={16} />
            {fault}
          </span>
        )}
      </span>
    </>
  )
}

function Acts({ view, draft }: { view: SettingsView; draft: Trying }) {
  const { t } = useTranslation('rules')
  const navigate = useNavigate()
  const before = toNumbers(view.settings)
  const isSame = ruleFields.every(({ path }) => draft.values[path].trim() === before[path])
  const toSettings = () => {
    keepSettingsNumbers(
      view,
      ruleFields.map(({ path }) => [path, draft.values[path]]),
    )
    void navigate({ to: '/settings', hash: 'save' })
  }
  return (
    <div className="row rules__acts">
      <SubmitButton draft={draft}>{t('run')}</SubmitButton>
      <ActionButton action={act(toSettings)} disabledReason={isSame ? t('take.nothing') : undefined}>
        {t('take')}
      </ActionButton>
    </div>
  )
}
