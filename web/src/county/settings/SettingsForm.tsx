import { useTranslation } from 'react-i18next'
import { ChangeSettings, type SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { forgetDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { useDraft } from '../../platform/form/use-draft.ts'
import { searchOf } from './rule-fields.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { BulletinEditor, toBulletin } from './fields/BulletinEditor.tsx'
import { CategoriesEditor } from './fields/CategoriesEditor.tsx'
import { Changes, changesOf } from './Changes.tsx'
import { type Group, groups, toNumbers, toSettings, type Numbers } from './fields/fields.ts'
import { HotlineEditor, toHotline } from './fields/HotlineEditor.tsx'
import { GroupHead } from './fields/GroupHead.tsx'
import { toPlan } from './fields/plan-draft.ts'
import { RoundPlanEditor } from './fields/RoundPlanEditor.tsx'
import { isTouched, settingsDraft, settingsKey } from './settings-draft.ts'
import { useChangeSettings } from './settings.queries.ts'
import { SettingRow } from './fields/SettingRow.tsx'

/** All numbers in sight; what will change is listed before it is saved, with a note why. */
export function SettingsForm({ view, onStartOver }: { view: SettingsView; onStartOver: () => void }) {
  const { t } = useTranslation('settings')
  const draft = useSettingsDraft(view)
  const before = toNumbers(view.settings)
  const { numbers, categories, plan, hotline, bulletin, note } = draft.values
  const changes = changesOf(before, numbers)
  const touched = changes.length > 0 || isTouched(view, draft.values)
  return (
    <form {...draft.props} className="settings__form">
      {groups.map(({ group, fields }) => (
        <section key={group} className="settings__group">
          <GroupHead group={group} />
          {ruled.has(group) && <TryFirst numbers={numbers} before={before} />}
          {fields.map((field) => (
            <SettingRow
              key={field.path}
              field={field}
              draft={draft}
              value={numbers[field.path]}
              onValue={(value) => draft.set('numbers', { ...numbers, [field.path]: value }, `settings.${field.path}`)}
            />
          ))}
        </section>
      ))}
      <RoundPlanEditor draft={draft} value={plan} onValue={(value, path) => draft.set('plan', value, path)} />
      <HotlineEditor draft={draft} value={hotline} onValue={(value, path) => draft.set('hotline', value, path)} />
      <BulletinEditor draft={draft} value={bulletin} onValue={(value, path) => draft.set('bulletin', value, path)} />
      <CategoriesEditor
        faults={draft.faults}
        kept={view.settings.categories}
        value={categories}
        onValue={(value) => draft.set('categories', value)}
      />
      {changes.length > 0 && (
        <a className="settings__jump" href="#save">
          {t('jump', { count: changes.length })}
        </a>
      )}
      <section className="settings__save" id="save">
        <Changes changes={changes} />
        <Field draft={draft} name="note" label={t('note')} hint={t('note.hint')}>
          {(control) => <TextArea {...control} rows={2} value={note} onValue={(value) => draft.set('note', value)} />}
        </Field>
        <SubmitButton draft={draft} {...(!touched && { disabledReason: t('save.nothing') })}>
          {t('save', { version: view.version + 1 })}
        </SubmitButton>
        {touched && (
          <ActionButton action={act(onStartOver)} kind="plain">
            {t('discard')}
          </ActionButton>
        )}
      </section>
    </form>
  )
}

/** The groups whose numbers say which orders a rule touches. */
const ruled: ReadonlySet<Group> = new Set<Group>(['rating', 'retirement'])

function TryFirst({ numbers, before }: { numbers: Numbers; before: Numbers }) {
  const { t } = useTranslation('rules')
  return (
    <div className="settings__try">
      <ButtonLink to="/rules" search={searchOf(numbers, before)} icon="eye">
        {t('try')}
      </ButtonLink>
      <span className="quiet">{t('try.hint')}</span>
    </div>
  )
}

function useSettingsDraft(view: SettingsView) {
  const { t } = useTranslation('settings')
  const { version, settings } = view
  const changing = useChangeSettings(version)
  const draft = useDraft({
    schema: ChangeSettings,
    initial: settingsDraft(view),
    toInput: ({ numbers, categories, plan, hotline, bulletin, note }) => {
      const typed = toSettings(settings, numbers)
      const round = { ...typed.round, plan: toPlan(plan) }
      const offices = { hotline: toHotline(hotline), bulletin: toBulletin(bulletin) }
      return { settings: { ...typed, round, ...offices, categories }, note }
    },
    submit: async (input) => {
      const saved = await changing.mutateAsync(input)
      forgetDraft(settingsKey(view))
      notify(t('saved', { version: saved.version }))
    },
  })
  useKeepDraft(settingsKey(view), draft.values)
  return draft
}
