import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  OfficeContact,
  OrganizationView,
  SetOfficeContact,
} from '@dj/shared/county/organization/organization.schema.ts'
import { may } from '@dj/shared/policy.ts'
import { request } from '../../platform/api/client.ts'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { actorOf } from '../session/me.ts'
import { useMe } from '../session/session.queries.ts'
import { organizationQueries } from './organizations.queries.ts'

/** Whom to call at the organizations the viewer keeps: told to those who take their orders on. Nothing for others. */
export function OfficeContacts() {
  const { t } = useTranslation('me')
  const me = useMe()
  const actor = actorOf(me)
  const kept = new Set(
    actor.grants
      .map(({ organizationId }) => organizationId)
      .filter((id) => may('organization.set_contact', actor, { path: [id] })),
  )
  const all = useQuery({ ...organizationQueries.all(), enabled: kept.size > 0 })
  const own = all.data?.filter(({ id }) => kept.has(id)) ?? []
  if (own.length === 0) return null
  return (
    <section className="me__section" aria-labelledby="office-contacts">
      <h2 id="office-contacts">{t('office.title')}</h2>
      <p className="quiet">{t('office.note')}</p>
      {own.map((organization) => (
        <Office key={organization.id} organization={organization} />
      ))}
    </section>
  )
}

function Office({ organization }: { organization: OrganizationView }) {
  const { t } = useTranslation('me')
  const [open, setOpen] = useState(false)
  const { name, contact } = organization
  const title = t('office.of', { name })
  const what = t(contact === null ? 'office.set' : 'office.edit')
  return (
    <div className="row">
      <span>
        {name}：
        {contact === null ? <span className="quiet">{t('office.none')}</span> : `${contact.name} ${contact.telephone}`}
      </span>
      <ActionButton action={act(() => setOpen(true))} label={t('office.act', { what, title })}>
        {what}
      </ActionButton>
      <Dialog open={open} title={title} onClose={() => setOpen(false)}>
        {open && <Editor organization={organization} onDone={() => setOpen(false)} />}
      </Dialog>
    </div>
  )
}

function Editor({ organization: { id, contact }, onDone }: { organization: OrganizationView; onDone: () => void }) {
  const { t } = useTranslation('me')
  const client = useQueryClient()
  const save = async (next: OfficeContact | null) => {
    const body: SetOfficeContact = { contact: next }
    await request('PUT', `/organizations/${id}/contact`, { body, schema: OrganizationView })
    await client.invalidateQueries({ queryKey: organizationQueries.root })
    onDone()
  }
  const clear = useMutation({ mutationFn: () => save(null) })
  const draft = useDraft({
    schema: OfficeContact,
    initial: { name: contact?.name ?? '', telephone: contact?.telephone ?? '' },
    submit: save,
  })
  return (
    <form {...draft.props} className="stack">
      <Field draft={draft} name="name" label={t('office.name')}>
        {(control) => (
          <TextInput {...control} value={draft.values.name} onValue={(value) => draft.set('name', value)} />
        )}
      </Field>
      <Field draft={draft} name="telephone" label={t('office.telephone')}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="tel"
            value={draft.values.telephone}
            onValue={(value) => draft.set('telephone', value)}
          />
        )}
      </Field>
      <div className="dialog__foot">
        {contact !== null && (
          <ActionButton action={{ ...clear, mutate: () => clear.mutate() }}>{t('office.clear')}</ActionButton>
        )}
        <SubmitButton draft={draft}>{t('office.save')}</SubmitButton>
      </div>
    </form>
  )
}
