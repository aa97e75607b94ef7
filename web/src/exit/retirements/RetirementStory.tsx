import { useTranslation } from 'react-i18next'
import type { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { Timeline, type TimelineItem } from '../../platform/ui/time/Timeline.tsx'

/** Proposed, decided, on notice, final: who, when, and why. */
export function RetirementStory({ retirement }: { retirement: RetirementView }) {
  const { t } = useTranslation('retirements')
  return (
    <section className="order__section" aria-labelledby="retirement-story">
      <h2 id="retirement-story">{t('story.title')}</h2>
      <Timeline items={useSteps(retirement)} label={t('story.title')} />
    </section>
  )
}

function useSteps(retirement: RetirementView): TimelineItem[] {
  const { t } = useTranslation('retirements')
  const {
    state,
    proposedAt,
    proposedBy,
    decidedAt,
    decidedBy,
    decisionReason,
    noticeUntil,
    finalAt,
    finalBy,
    withdrawn,
  } = retirement
  const steps: TimelineItem[] = [
    { id: 'proposed', title: t('story.proposed'), at: proposedAt, who: proposedBy ?? t('story.byRule') },
  ]
  if (decidedAt !== null)
    steps.push({
      id: 'decided',
      title: t(state === 'refused' ? 'story.refused' : 'story.approved'),
      at: decidedAt,
      who: decidedBy ?? undefined,
      note: decisionReason ?? undefined,
      tone: state === 'refused' ? 'now' : 'past',
    })
  if (state === 'on_notice')
    steps.push({
      id: 'notice',
      title: t('story.noticeEnds'),
      note: <LastDay deadline={noticeUntil} />,
      tone: 'next',
    })
  if (finalAt !== null) {
    const tone = state === 'final' ? 'now' : 'past'
    steps.push({ id: 'final', title: t('story.final'), at: finalAt, who: finalBy ?? undefined, tone })
  }
  if (withdrawn !== null)
    steps.push({
      id: 'withdrawn',
      title: t('story.withdrawn'),
      at: withdrawn.at,
      who: withdrawn.by ?? undefined,
      note: withdrawn.reason ?? undefined,
      tone: 'now',
    })
  if (state === 'proposed') steps.push({ id: 'next', title: t('next.proposed'), tone: 'next' })
  return steps
}
