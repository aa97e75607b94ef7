import { useTranslation } from 'react-i18next'
import { SetUp, type SetupDone, type SetupView } from '@dj/shared/county/people/setup.schema.ts'
import { Select, TextArea, TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { AdministratorFields, nobody, posts } from './AdministratorFields.tsx'
import { useSetUp } from './setup.queries.ts'

interface Props {
  readonly counties: SetupView['counties']
  readonly onDone: (done: SetupDone) => void
}

/** Code, county, towns, three people: once, on one page. */
export function SetupForm({ counties, onDone }: Props) {
  const { t } = useTranslation('setup')
  const draft = useSetupDraft(counties, onDone)
  const { code, countyId, towns, administrators } = draft.values
  const choose = (id: string) => {
    draft.set('countyId', id, 'county.id')
    draft.set('towns', namesOf(counties, id))
  }
  return (
    <form {...draft.props} className="setup__form">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Field draft={draft} name="code" label={t('code')} hint={t('code.hint')}>
        {(control) => (
          <TextInput
            {...control}
            value={code}
            onValue={(value) => draft.set('code', value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        )}
      </Field>
      <Field draft={draft} name="county.id" label={t('county')}>
        {(control) => (
          <Select
            {...control}
            value={countyId}
            onValue={choose}
            empty={t('county.choose')}
            options={counties.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
          />
        )}
      </Field>
      <Field draft={draft} name="towns" label={t('towns')} hint={t('towns.hint')}>
        {(control) => <TextArea {...control} rows={6} value={towns} onValue={(value) => draft.set('towns', value)} />}
      </Field>
      {posts.map((post) => (
        <AdministratorFields
          key={post}
          post={post}
          draft={draft}
          value={administrators[post]}
          onValue={(value, field) =>
            draft.set('administrators', { ...administrators, [post]: value }, `administrators.${post}.${field}`)
          }
        />
      ))}
      <SubmitButton draft={draft}>{t('submit')}</SubmitButton>
    </form>
  )
}

const namesOf = (counties: Props['counties'], id: string) =>
  (counties.find((one) => one.id === id)?.towns ?? []).map(({ name }) => name).join('\n')

/** Without a password: its owner chooses it. */
const waiting = ({ password: _, ...admin }: typeof nobody) => admin

function useSetupDraft(counties: Props['counties'], onDone: Props['onDone']) {
  const setting = useSetUp()
  const [only] = counties
  const first = counties.length === 1 && only !== undefined ? only.id : ''
  return useDraft({
    schema: SetUp,
    initial: {
      ...{ code: '', countyId: first, towns: namesOf(counties, first) },
      administrators: { system: nobody, security: nobody, audit: nobody },
    },
    toInput: ({ code, countyId, towns, administrators }) => {
      const county = counties.find(({ id }) => id === countyId)
      const { security, audit } = administrators
      const names = towns.split('\n').map((name) => name.trim())
      const codeOf = (name: string) => county?.towns.find((town) => town.name === name)?.code ?? null
      return {
        ...{ code, county: { id: countyId, name: county?.name ?? '' } },
        administrators: { ...administrators, security: waiting(security), audit: waiting(audit) },
        towns: names.filter((name) => name !== '').map((name) => ({ name, code: codeOf(name) })),
      }
    },
    submit: async (input) => onDone(await setting.mutateAsync(input)),
  })
}
