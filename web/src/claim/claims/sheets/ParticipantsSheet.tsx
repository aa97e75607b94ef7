import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { PersonId } from '@dj/shared/platform/ids.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { claimMutations } from '../claim.mutations.ts'
import { ParticipantPicker } from './ParticipantPicker.tsx'

interface Props {
  readonly claim: ClaimView
  readonly onClose: () => void
}

/** Who takes part from now on: whoever is ticked anew is asked, whoever is not ticked any more is told no longer. */
export function ParticipantsSheet({ claim, onClose }: Props) {
  const { t } = useTranslation(['claims', 'shell'])
  const before = claim.participants.filter(({ state }) => state !== 'declined').map(({ personId }) => personId)
  const [chosen, setChosen] = useState<readonly string[]>(before)
  const change = useMutation(claimMutations.changeParticipants(claim.id))
  const add = chosen.filter((id) => !before.some((one) => one === id)).map((id) => PersonId.parse(id))
  const drop = before.filter((id) => !chosen.includes(id))
  const told = {
    onSuccess: () => {
      notify(t('participants.changed'))
      onClose()
    },
  }
  return (
    <Dialog
      open
      title={t('participants.change')}
      onClose={onClose}
      actions={
        <>
          <ActionButton action={act(onClose)}>{t('shell:action.cancel')}</ActionButton>
          <ActionButton
            kind="primary"
            action={{ ...change, mutate: () => change.mutate({ add, drop }, told) }}
            disabledReason={add.length + drop.length === 0 ? t('participants.unchanged') : undefined}
          >
            {t('participants.save', { added: add.length, dropped: drop.length })}
          </ActionButton>
        </>
      }
    >
      <ParticipantPicker
        organizationId={claim.organizationId ?? ''}
        chosen={chosen}
        onChange={setChosen}
        also={claim.participants.map(({ personId: id, ...person }) => ({ id, ...person }))}
      />
    </Dialog>
  )
}
