import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulletinBody, JudgedLine } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { useLanguage } from '../../platform/i18n/language.ts'
import { ScrollTable } from '../../platform/ui/table/ScrollTable.tsx'
import { usePaperQuarter } from './paper-words.tsx'
import { figureOf, percent } from './shares.ts'

interface Props {
  readonly body: BulletinBody
}

/** Why, what and how much, in the sentences with which a 通报 begins. */
export function Opening({ body }: Props) {
  const { t } = useTranslation('bulletins')
  const quarter = usePaperQuarter()
  const between = useLanguage() === 'en' ? ' ' : ''
  const census = figureOf(body, 'census_completion')
  const sample = figureOf(body, 'sample_completion')
  const { numerator: done, denominator: total } = census
  const share = percent(done, total)
  const sentences = [
    t('opening', { lead: body.leadBodies.join('、'), quarter: quarter(body.quarter) }),
    t('opening.census', { total, done, excused: body.excused.length, share }),
    t('opening.sample', { drawn: sample.denominator, seen: sample.numerator }),
  ]
  return <p>{sentences.join(between)}</p>
}

export function Verdicts({ body }: Props) {
  const { t } = useTranslation('bulletins')
  const { pass, rectify, propose_retirement: retire } = body.verdicts
  const total = pass + rectify + retire
  const titles = (['town', 'checked', 'pass', 'rectify', 'retire', 'share'] as const).map((name) => t(`towns.${name}`))
  return (
    <Section title={t('verdicts.title')}>
      <p>
        {t('verdicts.words', { total, pass, rectify, retire, share: percent(pass, total) })}{' '}
        {body.lateFindings > 0 && t('verdicts.late', { count: body.lateFindings })}
      </p>
      <SampleWords body={body} />
      <ScrollTable
        label={t('towns.label')}
        titles={titles}
        figuresFrom={1}
        rows={body.towns.map(({ town, checked, passed, ...sent }) => [
          ...[town, `${checked}`, `${passed}`, `${sent.rectify}`, `${sent.retire}`, percent(passed, checked)],
        ])}
      />
    </Section>
  )
}

function SampleWords({ body }: Props) {
  const { t } = useTranslation('bulletins')
  const { numerator, denominator, low, high } = figureOf(body, 'sample_pass')
  if (low === null || high === null) return null
  const share = percent(numerator, denominator)
  const interval = { low: percent(low, 1), high: percent(high, 1) }
  return <p>{t('verdicts.sample', { share, of: `${numerator}/${denominator}`, ...interval })}</p>
}

/** How the sample was drawn, and what it can find town by town. */
export function Power({ body }: Props) {
  const { t } = useTranslation('bulletins')
  return (
    <Section title={t('power.title')}>
      <p>{t('power.words')}</p>
      <ScrollTable
        label={t('power.label')}
        titles={[t('towns.town'), t('power.total'), t('power.drawn'), t('power.chance')]}
        figuresFrom={1}
        rows={body.power.map(({ town, total, drawn, chance }) => [
          ...[town === '—' ? t('power.noTown') : town, `${total}`, `${drawn}`, percent(chance, 1)],
        ])}
      />
    </Section>
  )
}

/** The orders by name: sent back, retired, or excused, each with the reason. */
export function Listed({ body, list }: Props & { readonly list: 'rectified' | 'retired' | 'excused' }) {
  return <Lines lines={body[list]} list={list} />
}

/** By name what the verdicts count, with what came of it; bulletins from before name none. */
export function Judged({ body: { judged, verdicts } }: Props) {
  if (judged.length !== verdicts.rectify + verdicts.propose_retirement) return null
  const of = (asked: JudgedLine['verdict']) => judged.filter(({ verdict }) => verdict === asked)
  return (
    <>
      <Lines lines={of('rectify')} list="toRectify" />
      <Lines lines={of('propose_retirement')} list="toRetire" />
    </>
  )
}

interface LinesProps {
  readonly lines: BulletinBody['excused']
  readonly list: 'rectified' | 'retired' | 'excused' | 'toRectify' | 'toRetire'
}

function Lines({ lines, list }: LinesProps) {
  const { t } = useTranslation('bulletins')
  const title = t(`${list}.title`)
  return (
    <Section title={title}>
      {lines.length === 0 ? (
        <p>{t('lines.none')}</p>
      ) : (
        <ScrollTable
          label={title}
          titles={[t('lines.number'), t('lines.order'), t('lines.owner'), t(`${list}.reason`)]}
          figuresFrom={4}
          rows={lines.map((line) => [line.number ?? '—', line.title, line.owner, line.reason])}
        />
      )}
    </Section>
  )
}

export function Section({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
