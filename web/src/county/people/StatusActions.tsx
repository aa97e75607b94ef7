import { useTranslation } from 'react-i18next'
import type { PersonView } from '@dj/shared/county/people/people.schema.ts'
import { useMe } from '../session/session.queries.ts'
import { ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../platform/ui/button/ConfirmAction.tsx'
import { explain } from '../../platform/api/problem.ts'
import { useEditPerson } from './people.queries.ts'
import { PersonStatus } from './PersonStatus.tsx'

interface Props {
  readonly person: PersonView
  readonly onChange: (person: PersonView) => void
}

/** Suspended, back again, or gone for good. */
export function StatusActions({ person, onChange }: Props) {
  const { t } = useTranslation('people')
  const editing = useEditPerson(person)
  const me = useMe()
  const to = (status: PersonView['status']) => ({
    ...editing,
    mutate: () => editing.mutate({ status }, { onSuccess: onChange }),
  })
  const reason = me.person.id === person.id ? explain('person.not_oneself') : undefined
  const who = person.alias
  return (
    <section className="stack">
      <h3>{t('field.status')}</h3>
      <PersonStatus status={person.status} />
      <div className="row">
        {person.status === 'active' ? (
          <ConfirmAction
            action={to('suspended')}
            kind="danger"
            icon="lock"
            disabledReason={reason}
            question={t('suspend.question', { who })}
            consequence={t('suspend.consequence')}
            confirmLabel={t('suspend')}
          >
            {t('suspend')}
          </ConfirmAction>
        ) : (
          <ActionButton action={to('active')} icon="check">
            {t('restore')}
          </ActionButton>
        )}
        {person.status !== 'left' && (
          <ConfirmAction
            action={to('left')}
            kind="danger"
            disabledReason={reason}
            question={t('leave.question', { who })}
            consequence={t('leave.consequence')}
            confirmLabel={t('leave')}
          >
            {t('leave')}
          </ConfirmAction>
        )}
      </div>
    </section>
  )
}
