import { useTranslation } from 'react-i18next'
import { AnswerNeed, DeclineNeed, type NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { needActs, useChange } from '../../collect/needs/needs.queries.ts'
import { useRequesterName } from '../../collect/needs/requester-name.ts'
import { WordsDialog } from '../../collect/needs/WordsDialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { BuildSheet } from './build/BuildSheet.tsx'
import { MergeDialog } from './waiting/MergeDialog.tsx'
import type { Selection } from './waiting/use-selection.ts'

/** What the desk is doing right now, with which needs. */
export type Doing =
  | { readonly what: 'build' | 'merge'; readonly needs: readonly NeedView[] }
  | { readonly what: 'answer' | 'decline'; readonly need: NeedView }

interface Props {
  readonly doing: Doing | undefined
  readonly selection: Selection
  readonly onClose: () => void
}

export function DeskDialogs({ doing, selection, onClose }: Props) {
  if (doing === undefined) return null
  const settled = () => {
    selection.clear()
    onClose()
  }
  switch (doing.what) {
    case 'build':
      return <BuildSheet needs={doing.needs} onClose={onClose} onBuilt={settled} />
    case 'merge':
      return <MergeDialog needs={doing.needs} onClose={onClose} onMerged={settled} />
    case 'answer':
      return <AnswerDialog need={doing.need} onClose={onClose} />
    case 'decline':
      return <DeclineDialog need={doing.need} onClose={onClose} />
  }
}

interface OneNeed {
  readonly need: NeedView
  readonly onClose: () => void
}

export function AnswerDialog({ need, onClose }: OneNeed) {
  const { t } = useTranslation('desk')
  const requester = useRequesterName()
  const answer = useChange((body: AnswerNeed) => needActs.answer(need.id, body))
  return (
    <WordsDialog
      open
      onClose={onClose}
      title={t('answer.title', { who: requester(need) })}
      consequence={<Told need={need} words={t('answer.consequence')} />}
      schema={AnswerNeed}
      field="answer"
      label={t('answer.words')}
      confirm={t('answer.action')}
      submit={async (body) => {
        await answer.mutateAsync(body)
        notify(t('answer.done', { who: requester(need) }))
      }}
    />
  )
}

export function DeclineDialog({ need, onClose }: OneNeed) {
  const { t } = useTranslation('desk')
  const requester = useRequesterName()
  const decline = useChange((body: DeclineNeed) => needActs.decline(need.id, body))
  return (
    <WordsDialog
      open
      onClose={onClose}
      title={t('decline.title', { who: requester(need) })}
      consequence={<Told need={need} words={t('decline.consequence')} />}
      schema={DeclineNeed}
      field="reason"
      label={t('decline.words')}
      confirm={t('decline.action')}
      danger
      submit={async (body) => {
        await decline.mutateAsync(body)
        notify(t('decline.done', { who: requester(need) }))
      }}
    />
  )
}

function Told({ need, words }: { need: NeedView; words: string }) {
  return (
    <div className="stack">
      <blockquote className="quote">{need.body}</blockquote>
      <p>{words}</p>
    </div>
  )
}
