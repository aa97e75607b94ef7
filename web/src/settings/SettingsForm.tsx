import { useTranslation } from 'react-i18next'
import { ChangeSettings, type SettingsView } from '@dj/shared/settings/settings.schema.ts'
import { TextArea } from '../form/controls.tsx'
import { Field } from '../form/Field.tsx'
import { SubmitButton } from '../form/SubmitButton.tsx'
import { useDraft } from '../form/use-draft.ts'
import { notify } from '../ui/notices.ts'
import { CategoriesEditor } from './CategoriesEditor.tsx'
import { Changes, changesOf } from './Changes.tsx'
import { groups, toNumbers, toSettings, type Numbers } from './fields.ts'
import { GroupHead } from './GroupHead.tsx'
import { useChangeSettings } from './settings.queries.ts'
import { SettingRow } from './SettingRow.tsx'

/** All numbers in sight; what will change is listed before it is saved, with a note why. */
export function SettingsForm({ view }: { view: SettingsView }) {
  const { t } = useTranslation('settings')
  const draft = useSettingsDraft(view)
  const before = toNumbers(view.settings)
  const { numbers, categories, note } = draft.values
  const changes = changesOf(before, numbers)
  const touched = changes.length > 0 || categories !== view.settings.categories
  return (
    <form {...draft.props} className="settings__form">
      {groups.map(({ group, fields }) => (
        <section key={group} className="settings__group">
          <GroupHead group={group} />
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
      </section>
    </form>
  )
}

function useSettingsDraft({ version, settings }: SettingsView) {
  const { t } = useTranslation('settings')
  const changing = useChangeSettings(version)
  const numbers: Numbers = toNumbers(settings)
  return useDraft({
    schema: ChangeSettings,
    initial: { numbers, categories: settings.categories, note: '' },
    toInput: (draft) => ({
      settings: { ...toSettings(settings, draft.numbers), categories: draft.categories },
      note: draft.note,
    }),
    submit: async (input) => {
      const saved = await changing.mutateAsync(input)
      notify(t('saved', { version: saved.version }))
    },
  })
}
