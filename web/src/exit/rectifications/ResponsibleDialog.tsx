import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NameResponsible, type RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import type { Choice } from '../../platform/form/SearchPicker.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { ColleaguePicker } from '../../county/organizations/ColleaguePicker.tsx'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { rectificationMutations } from './rectification.queries.ts'

interface Props {
  readonly notice: RectificationView
  readonly open: boolean
  readonly onClose: () => void
}

/** Names who answers for it: oneself, or a colleague one may list. */
export function ResponsibleDialog({ open, onClose, notice }: Props) {
  const { t } = useTranslation('rectifications')
  return (
    <Dialog open={open} onClose={onClose} title={t('responsible.title', { number: notice.number })}>
      <ResponsibleForm notice={notice} onClose={onClose} />
    </Dialog>
  )
}

function ResponsibleForm({ notice, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation(['rectifications', 'shell'])
  const me = useMe()
  const myself: Choice = { id: me.person.id, label: me.person.alias }
  const [chosen, setChosen] = useState<Choice | undefined>(myself)
  const name = useMutation(rectificationMutations.nameResponsible(notice.id))
  const draft = useDraft({
    schema: NameResponsible,
    initial: {},
    toInput: () => ({ personId: chosen?.id }),
    submit: async (input) => {
      await name.mutateAsync(input)
      notify(t('responsible.done'))
      onClose()
    },
  })
  return (
    <form {...draft.props} className="stack">
      <p className="prose">{t('responsible.consequence')}</p>
      {mayDo(me, 'colleague.list') ? (
        <ColleaguePicker
          draft={draft}
          name="personId"
          label={t('responsible.label')}
          value={chosen}
          onValue={setChosen}
        />
      ) : (
        <p>
          <strong>{t('responsible.me', { alias: me.person.alias })}</strong>
        </p>
      )}
      <div className="dialog__foot">
        <ActionButton action={act(onClose)}>{t('shell:action.cancel')}</ActionButton>
        <SubmitButton draft={draft}>{t('responsible.save')}</SubmitButton>
      </div>
    </form>
  )
}
