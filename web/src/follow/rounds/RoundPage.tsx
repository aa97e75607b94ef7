import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { BulletinLink } from './BulletinAct.tsx'
import { PowerWords } from './ceremony/PowerWords.tsx'
import { RoundActs } from './RoundActs.tsx'
import { RoundFacts } from './RoundFacts.tsx'
import { RoundSteps } from './RoundSteps.tsx'
import { roundQueries } from './rounds.queries.ts'
import { RoundState } from './RoundsPage.tsx'
import { TargetBoard } from './targets/TargetBoard.tsx'
import { TownBoard } from './targets/TownBoard.tsx'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'
import '../../build/orders/order.css'
import './rounds.css'

export function RoundPage() {
  const { id } = useParams({ from: '/signed-in/rounds/$id' })
  const round = useQuery(roundQueries.one(id))
  if (round.isPending) return <SkeletonPage />
  if (round.data === undefined)
    return <ErrorState error={round.error} level={1} onRetry={() => void round.refetch()} next={<Back />} />
  return <Round round={round.data} />
}

function Round({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const quarter = useQuarter()
  const me = useMe()
  const drawn = round.drawnAt !== null
  return (
    <article className="order">
      <PageHeader
        back={<Back />}
        title={t('one.title', { quarter: quarter(round.quarter) })}
        lead={
          <span className="row">
            <RoundState round={round} />
            <span>{round.leadBodies.join('、')}</span>
            <span>
              {t('column.due')} <DateText value={round.dueOn} />
            </span>
          </span>
        }
        actions={<Links round={round} />}
      />
      <RoundActs round={round} />
      <RoundSteps round={round} />
      {round.abortReason !== null && <p className="round-aborted">{t('aborted', { reason: round.abortReason })}</p>}
      <div className="order__columns">
        <div className="order__main">
          {drawn && <Counts round={round} />}
          <TownBoard round={round} />
          {drawn && mayDo(me, 'round.targets') && <TargetBoard round={round} />}
        </div>
        <aside className="order__side">
          <section className="order__section" aria-labelledby="round-facts">
            <h2 id="round-facts">{t('facts')}</h2>
            <RoundFacts round={round} />
          </section>
          <PowerWords power={round.power} />
        </aside>
      </div>
    </article>
  )
}

const isInspected = ({ state }: RoundView) => state === 'running' || state === 'closing' || state === 'closed'

function Links({ round }: { round: RoundView }) {
  const { t } = useTranslation(['rounds', 'slips'])
  const me = useMe()
  return (
    <>
      {round.frozenAt !== null && round.state !== 'aborted' && (
        <ButtonLink to="/rounds/$id/ceremony" params={{ id: round.id }} icon="eye">
          {t('ceremony.open')}
        </ButtonLink>
      )}
      <ButtonLink to="/results/$countyId/$roundId" params={{ countyId: me.county.id, roundId: round.id }} icon="globe">
        {t('public')}
      </ButtonLink>
      {isInspected(round) && mayDo(me, 'finding.enter_slip') && (
        <ButtonLink to="/inspections/slips" search={{ round: round.id }} icon="note">
          {t('slips:entry.link')}
        </ButtonLink>
      )}
      <BulletinLink round={round} />
    </>
  )
}

const figures = [
  ...(['census', 'sample', 'targeted'] as const).map((name) => ({ name, rows: { basis: name } })),
  ...(['inspected', 'excused', 'waiting'] as const).map((name) => ({ name, rows: { state: name } })),
]

/** How far it is, in plain figures; each leads to its rows. */
function Counts({ round: { id, counts } }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const mayList = mayDo(useMe(), 'round.targets')
  return (
    <dl className="round-counts" aria-label={t('counts.title')}>
      {figures.map(({ name, rows }) => {
        const figure = counts[name]?.toLocaleString('en')
        return (
          <div key={name}>
            <dt>{t(`counts.${name}`)}</dt>
            <dd>
              {mayList && figure !== undefined ? (
                <Link to="/rounds/$id" params={{ id }} search={rows} hash="round-targets">
                  {figure}
                </Link>
              ) : (
                (figure ?? '—')
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Back() {
  const { t } = useTranslation('rounds')
  return <BackLink to="/rounds">{t('title')}</BackLink>
}
