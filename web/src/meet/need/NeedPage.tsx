import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { Deadline } from '../../platform/ui/time/Deadline.tsx'
import { ShareSwitch } from '../../claim/talks/ShareSwitch.tsx'
import { talkMutations } from '../../claim/talks/talks.queries.ts'
import { ReleasedWords } from '../../collect/needs/ReleasedWords.tsx'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { NeedActions } from './NeedActions.tsx'
import { NeedFacts } from '../../collect/needs/NeedFacts.tsx'
import { NeedStateMark } from '../../collect/needs/NeedStateMark.tsx'
import { NeedStory } from './NeedStory.tsx'
import { needQueries } from '../../collect/needs/needs.queries.ts'
import { useRequesterName } from '../../collect/needs/requester-name.ts'
import { UrgencyMark } from '../../collect/needs/UrgencyMark.tsx'
import '../../collect/needs/needs.css'

/** One need: the words as spoken, where they came from, what became of them, and what comes next. */
export function NeedPage() {
  const { id } = useParams({ from: '/signed-in/collect/needs/$id' })
  const need = useQuery(needQueries.one(id))
  if (need.isPending) return <SkeletonPage />
  if (need.isError) return <ErrorState error={need.error} level={1} onRetry={() => void need.refetch()} />
  return <Need need={need.data} />
}

function Need({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  const requester = useRequesterName()
  const back = <BackLink to="/needs">{t('title')}</BackLink>
  return (
    <>
      <PageHeader title={t('one.title', { who: requester(need) })} back={back} lead={<Standing need={need} />} />
      <div className="need-page">
        <div className="need-page__main">
          <blockquote className="need-page__words">{need.body}</blockquote>
          <Released need={need} />
          <Sharing need={need} />
          <section className="stack">
            <h2>{t('story')}</h2>
            <NeedStory need={need} />
          </section>
        </div>
        <aside className="need-page__side">
          <NeedActions need={need} />
          <NeedFacts need={need} />
        </aside>
      </div>
    </>
  )
}

/** What those who take the work on will read of it. */
function Released({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  const me = useMe()
  const released = need.releasedWords
  if (released === null || !mayDo(me, 'need.release_words')) return null
  return (
    <div className="stack">
      {released.words !== need.body && (
        <p className="quiet prose">
          {t('released.words')}：{released.words}
        </p>
      )}
      <ReleasedWords needId={need.id} {...released} />
    </div>
  )
}

/** The requester's own: whether those who take it on may call. */
function Sharing({ need }: { need: NeedView }) {
  const share = useMutation(talkMutations.share({ needId: need.id }))
  if (!need.mine || need.contact === null) return null
  return <ShareSwitch contact={need.contactShared ? 'shared' : 'withheld'} share={share.mutateAsync} />
}

function Standing({ need }: { need: NeedView }) {
  return (
    <span className="row">
      <NeedStateMark need={need} />
      <UrgencyMark urgency={need.urgency} />
      {need.state === 'received' && need.mergedIntoId === null && <Deadline at={need.respondBy} />}
    </span>
  )
}
