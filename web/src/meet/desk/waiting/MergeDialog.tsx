import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mergeRefusal } from '@dj/shared/collect/need/need.rules.ts'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { explain } from '../../../platform/api/problem.ts'
import { RadioGroup } from '../../../platform/form/controls.tsx'
import { needActs, useChange } from '../../../collect/needs/needs.queries.ts'
import { useRequesterName } from '../../../collect/needs/requester-name.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'

interface Props {
  readonly needs: readonly NeedView[]
  readonly onClose: () => void
  readonly onMerged: () => void
}

/** Several voices that ask for the same are treated together under one of them; each keeps its receipt. */
export function MergeDialog({ needs, onClose, onMerged }: Props) {
  const { t } = useTranslation(['desk', 'shell'])
  const requester = useRequesterName()
  const [intoId, setIntoId] = useState(oldest(needs)?.id)
  const merge = useMerge(needs, intoId, onMerged)
  const options = needs.map((need) => ({ value: need.id, label: need.body, hint: requester(need) }))
  return (
    <Dialog open title={t('merge.title', { count: needs.length })} onClose={onClose}>
      <div className="stack">
        <p className="quiet">{t('merge.consequence')}</p>
        <RadioGroup name="into" legend={t('merge.into')} value={intoId} onValue={setIntoId} options={options} />
        <div className="dialog__foot">
          <ActionButton action={act(onClose)}>{t('shell:action.cancel')}</ActionButton>
          <ActionButton kind="primary" icon="merge" {...merge}>
            {t('merge.action')}
          </ActionButton>
        </div>
      </div>
    </Dialog>
  )
}

const oldest = (needs: readonly NeedView[]) => needs.toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt))[0]

function useMerge(needs: readonly NeedView[], intoId: string | undefined, onMerged: () => void) {
  const { t } = useTranslation('desk')
  const into = needs.find(({ id }) => id === intoId)
  const others = needs.filter(({ id }) => id !== intoId)
  const undo = useChange(() => inTurn(others, ({ id }) => needActs.unmerge(id)))
  const merge = useChange((target: string) => inTurn(others, ({ id }) => needActs.merge(id, target)))
  const done = {
    onSuccess: () => {
      const label = t('merge.undo')
      notify(t('merge.done', { count: needs.length }), { label, act: () => undo.mutate(undefined) })
      onMerged()
    },
  }
  const refusals = others.map((need) => into && mergeRefusal({ ...need, voices: need.voices.length }, into))
  return {
    action: { ...merge, mutate: () => into !== undefined && merge.mutate(into.id, done) },
    disabledReason: explain(refusals.find((code) => code !== undefined)),
  }
}

// One after the other: the api locks the need they are merged into.
async function inTurn(needs: readonly NeedView[], change: (need: NeedView) => Promise<unknown>): Promise<void> {
  for (const need of needs) await change(need)
}
