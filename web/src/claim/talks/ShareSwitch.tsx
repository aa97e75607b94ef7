import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ContactStanding } from '@dj/shared/claim/talk/talk.schema.ts'
import { ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import './talks.css'

interface Props {
  readonly contact: ContactStanding
  readonly share: (share: boolean) => Promise<unknown>
}

/** Whether those who do the work may call the requester: agreed and taken back by the requester alone. */
export function ShareSwitch({ contact, share }: Props) {
  const { t } = useTranslation('talks')
  const change = useMutation({ mutationFn: share })
  const next = contact === 'withheld'
  return (
    <div className="talk__share">
      <span className="quiet">{t(`contact.${contact}.requester`)}</span>
      {contact !== 'none' && (
        <ActionButton kind="plain" action={{ ...change, mutate: () => change.mutate(next) }}>
          {t(next ? 'share.agree' : 'share.withdraw')}
        </ActionButton>
      )}
    </div>
  )
}
