import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeclareConflict as Declaration } from '@dj/shared/follow/round/round.schema.ts'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { OrganizationPicker } from '../../county/organizations/OrganizationPicker.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { conflictMutations } from './conflict.queries.ts'

/** 声明回避: which organization, why, and what follows before it is said. */
export function DeclareConflict() {
  const { t } = useTranslation('conflicts')
  const [open, setOpen] = useState(false)
  return (
    <div>
      <ActionButton action={act(() => setOpen(true))} icon="shield">
        {t('action')}
      </ActionButton>
      <Dialog sheet open={open} onClose={() => setOpen(false)} title={t('dialog.title')}>
        <DeclareForm onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

function DeclareForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('conflicts')
  const draft = useDeclaration(onDone)
  const { organizationId, reason } = draft.values
  return (
    <form {...draft.props} className="stack">
      <OrganizationPicker
        draft={draft}
        name="organizationId"
        label={t('organization')}
        hint={t('organization.hint')}
        value={organizationId}
        onValue={(id) => draft.set('organizationId', id)}
      />
      <Field draft={draft} name="reason" label={t('reason')} hint={t('reason.hint')}>
        {(control) => <TextArea {...control} rows={3} value={reason} onValue={(value) => draft.set('reason', value)} />}
      </Field>
      <Consequences />
      <SubmitButton draft={draft} block>
        {t('submit')}
      </SubmitButton>
    </form>
  )
}

function Consequences() {
  const { t } = useTranslation('conflicts')
  return (
    <section className="conflicts__then" aria-labelledby="conflict-then">
      <h3 id="conflict-then">{t('then.title')}</h3>
      <ul>
        {(['handed', 'future', 'kept'] as const).map((name) => (
          <li key={name}>{t(`then.${name}`)}</li>
        ))}
      </ul>
    </section>
  )
}

const kept = 'conflict'

function useDeclaration(onDone: () => void) {
  const { t } = useTranslation('conflicts')
  const declare = useMutation(conflictMutations.declare())
  const draft = useDraft({
    schema: Declaration,
    initial: keptDraft(kept, { organizationId: '', reason: '' }),
    toInput: ({ organizationId, reason }) => ({ organizationId: organizationId || undefined, reason }),
    submit: async (input) => {
      await declare.mutateAsync(input)
      forgetDraft(kept)
      notify(t('done'))
      onDone()
    },
  })
  useKeepDraft(kept, draft.values)
  return draft
}
