import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actRefusal, reopenRefusal, unmergeRefusal } from '@dj/shared/collect/need/need.rules.ts'
import { ReopenNeed, type NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { mayAnywhere } from '@dj/shared/policy.ts'
import { explain } from '../../platform/api/problem.ts'
import { BuildSheet } from '../desk/build/BuildSheet.tsx'
import { AnswerDialog, DeclineDialog } from '../desk/DeskDialogs.tsx'
import { actorOf, mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { Handover } from '../../collect/needs/handover/Handover.tsx'
import { needActs, useChange } from '../../collect/needs/needs.queries.ts'
import { WordsDialog } from '../../collect/needs/WordsDialog.tsx'
import '../desk/desk.css'

/** What the viewer can do with this need; what cannot be done says why. */
export function NeedActions({ need }: { need: NeedView }) {
  const me = useMe()
  return (
    <div className="need-acts">
      {mayDo(me, 'need.answer') && <Triage need={need} />}
      {canHandOver(need) && <Handover need={need} />}
      {need.mergedIntoId !== null && mayDo(me, 'need.unmerge') && <Unmerge need={need} />}
      {mayAnywhere('need.second', actorOf(me)) && !need.mine && <Second need={need} />}
      {need.mine && (need.state === 'answered' || need.state === 'declined') && <Reopen need={need} />}
    </div>
  )
}

/** While it waits, by those who handle it: they alone see what is released of it. */
const canHandOver = (need: NeedView): boolean => need.releasedWords !== null && actRefusal(need, 'answer') === undefined

function Triage({ need }: { need: NeedView }) {
  const { t } = useTranslation(['needs', 'desk'])
  const [doing, setDoing] = useState<'build' | 'answer' | 'decline'>()
  const close = () => setDoing(undefined)
  const refusal = (action: 'answer' | 'decline' | 'link') => explain(actRefusal(need, action))
  return (
    <>
      <ActionButton
        block
        kind="primary"
        icon="plus"
        action={act(() => setDoing('build'))}
        disabledReason={refusal('link')}
      >
        {t('desk:build.action')}
      </ActionButton>
      {refusal('answer') === undefined && (
        <>
          <ActionButton block icon="note" action={act(() => setDoing('answer'))}>
            {t('desk:answer.action')}
          </ActionButton>
          <ActionButton block action={act(() => setDoing('decline'))}>
            {t('desk:decline.action')}
          </ActionButton>
        </>
      )}
      {doing === 'build' && <BuildSheet needs={[need]} onClose={close} onBuilt={close} />}
      {doing === 'answer' && <AnswerDialog need={need} onClose={close} />}
      {doing === 'decline' && <DeclineDialog need={need} onClose={close} />}
    </>
  )
}

function Unmerge({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  const unmerge = useChange(() => needActs.unmerge(need.id))
  return (
    <ActionButton
      block
      icon="merge"
      action={{ ...unmerge, mutate: () => unmerge.mutate(undefined) }}
      disabledReason={explain(unmergeRefusal(need))}
    >
      {t('unmerge.action')}
    </ActionButton>
  )
}

function Second({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  const second = useChange(() => needActs.second(need.id))
  const refusal = need.secondedByMe ? 'second.already' : actRefusal(need, 'second')
  return (
    <ActionButton
      block
      icon="hand"
      action={{ ...second, mutate: () => second.mutate(undefined) }}
      disabledReason={explain(refusal)}
    >
      {t('second.action')}
    </ActionButton>
  )
}

/** Once, by the requester: an answer that does not answer can be sent back. */
function Reopen({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  const [open, setOpen] = useState(false)
  const reopen = useChange((body: ReopenNeed) => needActs.reopen(need.id, body))
  return (
    <>
      <ActionButton
        block
        icon="refresh"
        action={act(() => setOpen(true))}
        disabledReason={explain(reopenRefusal(need))}
      >
        {t('reopen.action')}
      </ActionButton>
      <WordsDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('reopen.title')}
        consequence={t('reopen.consequence')}
        schema={ReopenNeed}
        field="reason"
        label={t('reopen.reason')}
        confirm={t('reopen.action')}
        submit={async (body) => {
          await reopen.mutateAsync(body)
          notify(t('reopen.done'))
        }}
      />
    </>
  )
}
