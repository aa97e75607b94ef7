import { useTranslation } from 'react-i18next'
import { lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { useLanguage } from '../../platform/i18n/language.ts'
import { isGrade } from '../../follow/ratings/grades.ts'
import { formatDate } from '../../platform/ui/time/dates.ts'
import type { EventFacts, EventKind } from './event-kinds.ts'
import type { CountedKind } from './timeline-items.ts'

/** What happened and why, in words: a title of each kind, and lines of what it carries. */
export function useEventWords() {
  const { t } = useTranslation('events')
  const factsOf = useFactLines()
  return {
    title: (kind: EventKind, facts: EventFacts): string => {
      if (kind === 'order.rated' && facts.side !== undefined) return t(`order.rated.${facts.side}`)
      if (kind === 'finding.submitted' && facts.slip === true) return t('finding.submitted.slip')
      return t(kind)
    },
    many: (kind: CountedKind, count: number): string => t(`${kind}.many`, { count }),
    who: (kind: EventKind, facts: EventFacts, who: string | null): string | undefined => {
      if (kind === 'order.rated') return undefined // who rated is nobody's business
      if (who !== null) return who
      if (kind === 'delivery.answered' && facts.via === 'receipt') return t('byRequester')
      return byItself.includes(kind) ? t('bySystem') : undefined
    },
    unknown: t('unknown'),
    note: (kind: EventKind, facts: EventFacts): string | undefined => {
      const lines = factsOf(kind, facts).filter((line) => line !== undefined)
      return lines.length === 0 ? undefined : lines.join('\n')
    },
  }
}

/** What time alone decides. */
const byItself: readonly EventKind[] = [
  'claim.lapsed',
  'claim.warned',
  'claim.released',
  'delivery.answered',
  'order.open',
  'rectification.issued',
  'rectification.failed',
  'order.reopening_asked',
  'retirement.proposed',
  'retirement.joined',
]

const numbered: readonly EventKind[] = ['order.published', 'rectification.issued', 'rectification.items_added']

type Line = string | undefined

function useFactLines() {
  const { t } = useTranslation(['events', 'domain'])
  const grades = useGradeLine()
  const reasonOf = useReason()
  const language = useLanguage()
  return (kind: EventKind, facts: EventFacts): readonly Line[] => {
    const { words, hours, share, participants, needIds, number, dueOn, releaseAt } = facts
    const day = (value: string) => formatDate(value, language)
    const quoted = words === undefined ? undefined : t('quoted', { words })
    const counted = [
      share !== undefined && t('fact.share', { share }),
      hours !== undefined && t('fact.hours', { count: hours }),
    ].filter((fact) => fact !== false)
    return [
      kind === 'need.received' && facts.channel !== undefined ? t(`domain:channel.${facts.channel}`) : undefined,
      kind === 'order.built' && needIds !== undefined ? t('fact.needs', { count: needIds.length }) : undefined,
      number !== undefined && numbered.includes(kind) ? number : undefined,
      kind === 'order.edited' ? fieldLine(t, facts.fields) : undefined,
      dueOn === undefined ? undefined : dueOn.to === null ? t('fact.dueNever') : t('fact.due', { on: day(dueOn.to) }),
      facts.claimantKind === undefined ? undefined : t(`domain:claimantKind.${facts.claimantKind}`),
      participants === undefined || participants === 0 ? undefined : t('fact.participants', { count: participants }),
      facts.answer === undefined ? undefined : t(`domain:answer.${facts.answer}`),
      facts.via === undefined || facts.via === 'signed_in' ? undefined : t(`via.${facts.via}`),
      facts.outcome === undefined ? undefined : t(`outcome.${facts.outcome}`),
      counted.length === 0 ? undefined : counted.join(t('fact.and')),
      kind === 'order.rated' ? grades(facts) : undefined,
      releaseAt === undefined ? undefined : t('fact.release', { on: day(lastDayOf(new Date(releaseAt))) }),
      facts.to === undefined ? undefined : t('fact.to', { at: day(lastDayOf(new Date(facts.to))) }),
      facts.organization === undefined ? undefined : t('fact.organization', { name: facts.organization }),
      reasonOf(facts.reason),
      quoted,
    ]
  }
}

type Translate = ReturnType<typeof useTranslation<['events', 'domain']>>['t']

const known = [
  'title',
  'ask',
  'acceptance',
  'beneficiaries',
  'category',
  'mode',
  'places',
  'location',
  'claimBy',
  'dueOn',
  'tierReason',
  'needIds',
] as const

function fieldLine(t: Translate, fields: readonly string[] | undefined): Line {
  const named = known.filter((field) => fields?.includes(field)).map((field) => t(`field.${field}`))
  return named.length === 0 ? undefined : t('fact.fields', { fields: named.join(t('fact.and')) })
}

const ofTheSystem = [
  'claimant_left',
  'not_submitted',
  'overdue',
  'not_confirmed_in_time',
  'satisfaction',
  'not_solved',
] as const

/** Reasons of the system are codes, those of people are their own words. */
function useReason() {
  const { t } = useTranslation('events')
  return (reason: Line): Line => {
    if (reason === undefined) return undefined
    const code = ofTheSystem.find((each) => each === reason)
    return code === undefined ? t('fact.reason', { reason }) : t(`reason.${code}`)
  }
}

function useGradeLine() {
  const { t } = useTranslation(['ratings', 'events'])
  return (facts: EventFacts): Line => {
    const given = (['attitude', 'speed', 'result'] as const).flatMap((name) => {
      const grade = facts[name]
      return grade !== undefined && isGrade(grade) ? [`${t(`dimension.${name}.short`)} ${t(`grade.${grade}`)}`] : []
    })
    return given.length === 0 ? undefined : given.join(t('events:fact.and'))
  }
}
