import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { grantRefusal, roleFitsOrganization } from '@dj/shared/county/people/grant.rules.ts'
import { GiveGrant, type PersonView } from '@dj/shared/county/people/people.schema.ts'
import { GrantedRole } from '@dj/shared/county/people/role.ts'
import { CivilDate, endOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import { explain } from '../../platform/api/problem.ts'
import { Select, TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { OrganizationPicker } from '../organizations/OrganizationPicker.tsx'
import { organizationQueries } from '../organizations/organizations.queries.ts'
import { PersonPicker } from '../people/PersonPicker.tsx'
import { useMe } from '../session/session.queries.ts'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { useGiveGrant } from './grants.queries.ts'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

export function GiveGrantSheet({ open, onClose }: Props) {
  const { t } = useTranslation('grants')
  return (
    <Dialog open={open} sheet title={t('give')} onClose={onClose}>
      <GiveGrantForm onDone={onClose} />
    </Dialog>
  )
}

/** Somebody, a role, where, until when. What the rules refuse is said before anything is sent. */
function GiveGrantForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['grants', 'domain'])
  const [person, setPerson] = useState<PersonView>()
  const draft = useGiveDraft(onDone)
  const { role, organizationId, until } = draft.values
  const granted = GrantedRole.safeParse(role).data
  const reason = useRefusal(person, granted, organizationId)
  return (
    <form {...draft.props} className="stack">
      <PersonPicker
        draft={draft}
        name="personId"
        label={t('give.person')}
        value={person}
        onValue={(chosen) => {
          setPerson(chosen)
          draft.set('personId', chosen?.id ?? '')
        }}
      />
      <Field draft={draft} name="role" label={t('field.role')}>
        {(control) => (
          <Select
            {...control}
            value={role}
            onValue={(value) => {
              draft.set('role', value)
              draft.set('organizationId', '')
            }}
            empty={t('give.choose')}
            options={GrantedRole.options.map((value) => ({ value, label: t(`domain:role.${value}`) }))}
          />
        )}
      </Field>
      {granted !== undefined && (
        <OrganizationPicker
          key={granted}
          draft={draft}
          name="organizationId"
          label={t('give.organization')}
          hint={t(`give.fits.${granted}`)}
          value={organizationId}
          onValue={(value) => draft.set('organizationId', value)}
          fits={({ kind }) => roleFitsOrganization(granted, kind)}
        />
      )}
      <Field draft={draft} name="validUntil" optional label={t('give.until')} hint={t('give.until.hint')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={until}
            onValue={(value) => draft.set('until', value, 'validUntil')}
          />
        )}
      </Field>
      <SubmitButton draft={draft} disabledReason={reason}>
        {t('give')}
      </SubmitButton>
    </form>
  )
}

function useGiveDraft(onDone: () => void) {
  const { t } = useTranslation('grants')
  const giving = useGiveGrant()
  return useDraft({
    schema: GiveGrant,
    initial: { personId: '', role: '', organizationId: '', until: '' },
    toInput: ({ personId, role, organizationId, until }) => ({
      ...{ personId: personId || undefined, role: role || undefined, organizationId: organizationId || undefined },
      ...(until !== '' && { validUntil: endOfCivilDay(CivilDate.parse(until)).toISOString() }),
    }),
    submit: async (input) => {
      const { person } = await giving.mutateAsync(input)
      notify(t('given', { who: person.alias }))
      onDone()
    },
  })
}

/** The shared rule, asked before the api is: never to oneself, never administrators with business roles. */
function useRefusal(person: PersonView | undefined, role: GrantedRole | undefined, organizationId: string) {
  const me = useMe()
  const { data } = useQuery(organizationQueries.all())
  if (person === undefined) return undefined
  if (person.id === me.person.id) return explain('grant.to_oneself')
  const organization = data?.find(({ id }) => id === organizationId)
  if (role === undefined || organization === undefined) return undefined
  return explain(grantRefusal({ role, organizationKind: organization.kind, person, granterId: me.person.id }))
}
