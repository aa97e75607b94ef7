import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import { useQuarter } from '../../../platform/ui/time/use-quarter.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { QrCode } from '../../../platform/ui/mark/QrCode.tsx'
import { DateText } from '../../../platform/ui/time/DateText.tsx'
import { LastDay } from '../../../platform/ui/time/LastDay.tsx'
import { PaperBoxes } from './PaperBoxes.tsx'
import { PaperChecklist } from './PaperChecklist.tsx'
import { slipAddress } from '../slip-code.ts'
import type { SlipSheet } from './slip-sheet.ts'
import './slip-paper.css'

interface Props {
  readonly sheet: SlipSheet
  readonly checklist: ChecklistView
}

/** 两联单 on one A4 page: the stub stays with the inspector, the lower part goes back to the county. On paper only. */
export const SlipPaper = memo(function SlipPaper({ sheet, checklist }: Props) {
  const { t } = useTranslation('slips')
  return (
    <section className="slip-paper" aria-label={`${t('print.title')} ${sheet.number}`}>
      <div className="slip-paper__stub">
        <Head sheet={sheet} part="stub" />
        <Facts sheet={sheet} />
        <Result />
        <Signatures />
      </div>
      <p className="slip-paper__cut">{t('paper.cut')}</p>
      <div className="slip-paper__receipt">
        <Head sheet={sheet} part="receipt" />
        <Facts sheet={sheet} />
        <Work sheet={sheet} />
        <PaperChecklist checklist={checklist} />
        <CallBack sheet={sheet} />
        <Result />
        <Line label={t('paper.words')} tall />
        <Signatures />
      </div>
    </section>
  )
})

function Head({ sheet, part }: { sheet: SlipSheet; part: 'stub' | 'receipt' }) {
  const { t } = useTranslation('slips')
  const quarter = useQuarter()
  const me = useMe()
  const { roundId, orderId, inspector, number } = sheet
  const address = slipAddress({ roundId, orderId, inspectorId: inspector.id })
  return (
    <header>
      <div>
        <p>
          {me.county.name} {quarter(sheet.quarter)}
        </p>
        <h2>{t(`paper.${part}`)}</h2>
        <p className="slip-paper__number">
          {number} <small>{t(part === 'stub' ? 'paper.stub.keep' : 'paper.receipt.return')}</small>
        </p>
      </div>
      <QrCode text={address} label={t('paper.qr', { number })} />
    </header>
  )
}

function Facts({ sheet }: { sheet: SlipSheet }) {
  const { t } = useTranslation(['slips', 'inspections'])
  const facts = [
    { name: t('paper.order'), words: sheet.title },
    { name: t('paper.owner'), words: sheet.owner },
    { name: t('paper.place'), words: sheet.place },
    { name: t('paper.inspector'), words: sheet.inspector.alias },
  ]
  return (
    <dl className="slip-paper__facts">
      {facts.map(({ name, words }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What whoever goes there without a network has to know of the work. */
function Work({ sheet: { acceptance, claimants, lastProgress, dueAt } }: { sheet: SlipSheet }) {
  const { t } = useTranslation('slips')
  return (
    <dl className="slip-paper__work">
      <div>
        <dt>{t('paper.acceptance')}</dt>
        <dd>{acceptance}</dd>
      </div>
      <div>
        <dt>{t('paper.claimants')}</dt>
        <dd>
          {claimants.join('、') || t('paper.unclaimed')}
          {dueAt !== null && (
            <>
              {t('paper.due')}
              <LastDay deadline={dueAt} />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('paper.lastProgress')}</dt>
        <dd>
          {lastProgress === null ? (
            t('paper.noProgress')
          ) : (
            <>
              <DateText value={lastProgress.at} /> {lastProgress.words}
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

function CallBack({ sheet }: { sheet: SlipSheet }) {
  const { t } = useTranslation(['slips', 'inspections'])
  const yes = ['yes', 'no'] as const
  return (
    <>
      <PaperBoxes
        label={t('paper.callBack')}
        options={yes.map((value) => t(`inspections:call.${value}`))}
        note={sheet.callBackDue ? t('paper.callBack.due') : undefined}
      />
      <PaperBoxes label={t('paper.satisfied')} options={yes.map((value) => t(`inspections:call.satisfied.${value}`))} />
      <Line label={t('paper.said')} />
    </>
  )
}

function Result() {
  const { t } = useTranslation(['slips', 'inspections'])
  return (
    <div className="slip-paper__result">
      <PaperBoxes label={t('paper.effect')} options={Effect.options.map((value) => t(`inspections:effect.${value}`))} />
      <PaperBoxes
        label={t('paper.verdict')}
        options={Verdict.options.map((value) => t(`inspections:verdict.${value}`))}
      />
    </div>
  )
}

function Line({ label, tall = false }: { label: string; tall?: boolean }) {
  return <p className={`slip-paper__line${tall ? ' slip-paper__line--tall' : ''}`}>{label}</p>
}

function Signatures() {
  const { t } = useTranslation('slips')
  return (
    <dl className="slip-paper__signatures">
      <div>
        <dt>{t('paper.signature')}</dt>
        <dd />
      </div>
      <div>
        <dt>{t('paper.met')}</dt>
        <dd />
      </div>
      <div>
        <dt>{t('paper.date')}</dt>
        <dd>{t('paper.blankDate')}</dd>
      </div>
    </dl>
  )
}
