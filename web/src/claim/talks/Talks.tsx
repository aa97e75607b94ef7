import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TalkView } from '@dj/shared/claim/talk/talk.schema.ts'
import { ReleasedWords } from '../../collect/needs/ReleasedWords.tsx'
import { request } from '../../platform/api/client.ts'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { Messages } from './Messages.tsx'
import { ShareSwitch } from './ShareSwitch.tsx'
import { TalkContacts } from './TalkContacts.tsx'
import { askEarlier, talkMutations, talkPath, talkQueries } from './talks.queries.ts'
import './talks.css'

/** What those who took the order on are told, and the conversations the viewer takes part in; nothing for others. */
export function Talks({ orderId, claimId }: { orderId: string; claimId?: string }) {
  const { t } = useTranslation('talks')
  const talks = useQuery(talkQueries.of(orderId))
  if (talks.isError) return <ErrorState error={talks.error} onRetry={() => void talks.refetch()} />
  const items = talks.data?.items.filter((talk) => claimId === undefined || talk.claimId === claimId) ?? []
  if (items.length === 0) return null
  return (
    <section className="order__section" id="talks" aria-labelledby="talks-title">
      <h2 id="talks-title">{t('title')}</h2>
      <div className="talks">
        {items.map((talk) => (
          <Talk key={`${talk.claimId} ${talk.needId}`} talk={talk} />
        ))}
      </div>
    </section>
  )
}

function Talk({ talk }: { talk: TalkView }) {
  const { t } = useTranslation(['talks', 'domain'])
  const post = useMutation(talkMutations.post(talk))
  const share = useMutation(talkMutations.share(talk))
  useSeen(talk)
  return (
    <article className="talk" aria-label={t('of', { who: talk.claimant })}>
      <p className="facts quiet">
        {talk.side !== 'claimant' && <span>{t('of', { who: talk.claimant })}</span>}
        {talk.side !== 'requester' && <span>{t('by', { kind: t(`domain:requesterKind.${talk.requesterKind}`) })}</span>}
        {talk.unread > 0 && <Chip>{t('unread', { count: talk.unread })}</Chip>}
      </p>
      {!talk.closed && <Told talk={talk} />}
      {!talk.closed && talk.side === 'requester' && <ShareSwitch contact={talk.contact} share={share.mutateAsync} />}
      <Messages talk={talk} post={post.mutateAsync} askEarlier={askEarlier(talk)} />
    </article>
  )
}

/** What was asked, and whom to call, while the claim goes on. */
function Told({ talk }: { talk: TalkView }) {
  const { t } = useTranslation('talks')
  const words = talk.words ?? ''
  return (
    <>
      <blockquote className="talk__words">{words}</blockquote>
      {talk.side !== 'requester' && <p className="quiet">{t(talk.corrected ? 'words.corrected' : 'words.byRule')}</p>}
      {talk.mayCorrect && <ReleasedWords needId={talk.needId} words={words} corrected={talk.corrected} />}
      {talk.side !== 'requester' && <TalkContacts talk={talk} />}
    </>
  )
}

/** What is on the screen no longer waits on 我的工作. */
function useSeen({ unread, messages, claimId, needId }: TalkView): void {
  const client = useQueryClient()
  const until = messages.at(-1)?.id
  useEffect(() => {
    if (unread === 0 || until === undefined) return
    void request('POST', `${talkPath({ claimId, needId })}/messages/read`, { body: { until } }).then(
      () => client.invalidateQueries({ queryKey: ['work'] }),
      () => undefined, // it stays unread, which is true
    )
  }, [client, unread, until, claimId, needId])
}
