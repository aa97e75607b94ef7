import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { isProblemCode } from '@dj/shared/problem.ts'
import { explain } from '../../platform/api/problem.ts'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { DecideForm } from './DecideForm.tsx'
import { useValueWords } from './use-value-words.ts'

/** One appeal: who, why, what it was and what it became; the decision for whoever may take it. */
export function AppealCard({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals')
  return (
    <li className="record-card">
      <h2>
        <Link to="/orders/$id" params={{ id: appeal.order.id }}>
          {appeal.order.title}
        </Link>
      </h2>
      <span className="row">
        <Chip>{t(`state.${appeal.state}`)}</Chip>
        <span className="facts quiet">
          {appeal.order.number !== null && <span>{appeal.order.number}</span>}
          <span>{t(`subject.${appeal.subject}`)}</span>
          <span>{appeal.filedBy}</span>
          <span>
            <DateText value={appeal.filedAt} />
          </span>
        </span>
      </span>
      <Facts appeal={appeal} />
      {appeal.state === 'filed' && <Decision appeal={appeal} />}
    </li>
  )
}

function Facts({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals')
  const say = useValueWords()
  return (
    <dl className="record-facts appeal__facts">
      <Fact name={t('page.reason')}>{appeal.reason}</Fact>
      <Fact name={t('page.before')}>{say(appeal.before)}</Fact>
      {appeal.after !== null && <Fact name={t('page.after')}>{say(appeal.after)}</Fact>}
      {appeal.state === 'changed' && <Effects appeal={appeal} />}
      {appeal.decisionReason !== null && <Fact name={t('page.decision')}>{appeal.decisionReason}</Fact>}
      {appeal.decidedBy !== null && appeal.decidedAt !== null && (
        <Fact name={t('page.by', { who: appeal.decidedBy })}>
          <DateText value={appeal.decidedAt} time />
        </Fact>
      )}
      {appeal.state === 'filed' && (
        <Fact name={t('column.decideBy')}>
          <LastDay deadline={appeal.decideBy} />
        </Fact>
      )}
    </dl>
  )
}

/** What the decision ended or began. */
function Effects({ appeal: { effects, subject } }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals')
  const words = effects.map((effect) => t(`effect.${effect}`))
  return (
    <Fact name={t('page.effects')}>{words.length === 0 ? t(`effect.none.${subject}`) : words.join(t('list'))}</Fact>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Decision({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals')
  if (appeal.mayDecide === null) return <DecideForm appeal={appeal} />
  const why = isProblemCode(appeal.mayDecide) ? explain(appeal.mayDecide) : appeal.mayDecide
  return (
    <div className="quiet">
      <p>{t('decide.not', { why })}</p>
      {appeal.mayDecide === 'appeal.not_third' && <p>{t('decide.who')}</p>}
    </div>
  )
}
