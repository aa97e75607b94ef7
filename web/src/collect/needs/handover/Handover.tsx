import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AnswerHandover, DeclineHandover } from '@dj/shared/collect/need/handover.schema.ts'
import { type NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { needActs, useChange } from '../needs.queries.ts'
import { WordsDialog } from '../WordsDialog.tsx'
import { HandoverDialog } from './HandoverDialog.tsx'
import './handover.css'

const declined = DeclineHandover.omit({ answer: true })

/** Whoever took a need in holds it until another accepts it: offer, take back, accept, decline. */
export function Handover({ need }: { need: NeedView }) {
  const me = useMe()
  if (need.handover === null) return <Offer need={need} />
  const { to, reason } = need.handover
  return to.id === me.person.id ? (
    <Asked need={need} reason={reason} />
  ) : (
    <Offered need={need} who={to.alias} reason={reason} />
  )
}

function Offer({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  const [open, setOpen] = useState(false)
  return (
    <>
      <ActionButton block action={act(() => setOpen(true))}>
        {t('handover.action')}
      </ActionButton>
      {open && <HandoverDialog need={need} onClose={() => setOpen(false)} />}
    </>
  )
}

function Offered({ need, who, reason }: { need: NeedView; who: string; reason: string }) {
  const { t } = useTranslation('needs')
  const recall = useChange(() => needActs.recall(need.id))
  return (
    <div className="handover">
      <p>{t('handover.offered', { who, reason })}</p>
      <p className="quiet">{t('handover.until')}</p>
      <ActionButton block action={{ ...recall, mutate: () => recall.mutate(undefined) }}>
        {t('handover.recall')}
      </ActionButton>
    </div>
  )
}

function Asked({ need, reason }: { need: NeedView; reason: string }) {
  const { t } = useTranslation('needs')
  const [declining, setDeclining] = useState(false)
  const answer = useChange((body: AnswerHandover) => needActs.answerHandover(need.id, body))
  return (
    <div className="handover">
      <p>{t('handover.asked', { who: need.holder?.alias ?? t('handover.nobody'), reason })}</p>
      <ActionButton
        block
        kind="primary"
        icon="check"
        action={{ ...answer, mutate: () => answer.mutate({ answer: 'accept' }) }}
      >
        {t('handover.accept')}
      </ActionButton>
      <ActionButton block action={act(() => setDeclining(true))}>
        {t('handover.decline')}
      </ActionButton>
      <WordsDialog
        open={declining}
        onClose={() => setDeclining(false)}
        title={t('handover.decline')}
        consequence={t('handover.decline.consequence')}
        schema={declined}
        field="reason"
        label={t('handover.decline.reason')}
        confirm={t('handover.decline')}
        submit={async (body) => {
          await answer.mutateAsync({ answer: 'decline', ...body })
          notify(t('handover.declined'))
        }}
      />
    </div>
  )
}
