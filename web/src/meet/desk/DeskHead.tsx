import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Select } from '../../platform/form/controls.tsx'
import { deskOf } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { usePhone } from '../../platform/ui/page/display.ts'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import type { DeskPlace } from './desk.queries.ts'

interface Props {
  readonly desk: DeskPlace
  readonly desks: readonly DeskPlace[]
  readonly onHelp: () => void
}

export function DeskHead({ desk, desks, onHelp }: Props) {
  const { t } = useTranslation(['desk', 'shell'])
  const phone = usePhone()
  return (
    <PageHeader
      title={t(`shell:nav.desk.${deskOf(useMe())}`)}
      lead={desks.length === 1 ? desk.name : <DeskChoice desk={desk} desks={desks} />}
      actions={
        <>
          {!phone && (
            <ActionButton kind="plain" action={act(onHelp)}>
              {t('keys.open')} <kbd>?</kbd>
            </ActionButton>
          )}
          <ButtonLink to="/needs/new" icon="plus">
            {t('raise')}
          </ButtonLink>
        </>
      }
    />
  )
}

function DeskChoice({ desk, desks }: Omit<Props, 'onHelp'>) {
  const { t } = useTranslation('desk')
  const navigate = useNavigate()
  return (
    <Select
      id="desk-choice"
      name="desk"
      aria-label={t('choose')}
      value={desk.id}
      onValue={(org) => void navigate({ to: '/desk', search: { org } })}
      options={desks.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
