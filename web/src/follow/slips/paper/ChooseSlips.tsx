import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { Checkbox } from '../../../platform/form/controls.tsx'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { EmptyState } from '../../../platform/ui/state/EmptyState.tsx'
import { PageHeader } from '../../../platform/ui/page/PageHeader.tsx'
import { TierMark } from '../../../build/marks/TierMark.tsx'
import type { SlipSheet } from './slip-sheet.ts'
import { SlipPaper } from './SlipPaper.tsx'
import '../../../platform/form/form.css'
import '../../../build/orders/facts.css'
import '../slips.css'

interface Props {
  readonly sheets: readonly SlipSheet[]
  readonly checklist: ChecklistView
  readonly back: React.ReactNode
  readonly note?: string
  /** The one order somebody came for; otherwise all are chosen. */
  readonly only?: string | undefined
}

/** Which sheets go on paper; the sheets themselves are seen in print alone. */
export function ChooseSlips({ sheets, checklist, back, note, only }: Props) {
  const { t } = useTranslation('slips')
  const [left, setLeft] = useState<readonly string[]>(() =>
    only === undefined ? [] : sheets.filter(({ orderId }) => orderId !== only).map(({ key }) => key),
  )
  const chosen = sheets.filter(({ key }) => !left.includes(key))
  const none = chosen.length === 0 ? t('print.choose') : undefined
  return (
    <article className="slip-print">
      <PageHeader
        back={back}
        title={t('print.title')}
        lead={t('print.lead')}
        actions={
          sheets.length > 0 && (
            <ActionButton kind="primary" icon="print" action={act(() => window.print())} disabledReason={none}>
              {t('print.action')}
            </ActionButton>
          )
        }
      />
      <div className="stack slip-print__list">
        {note !== undefined && <p className="prose">{note}</p>}
        {sheets.length === 0 ? (
          <EmptyState icon="check" title={t('print.empty.title')}>
            {t('print.empty.body')}
          </EmptyState>
        ) : (
          <Choices sheets={sheets} left={left} onLeft={setLeft} />
        )}
      </div>
      {chosen.map((sheet) => (
        <SlipPaper key={sheet.key} sheet={sheet} checklist={checklist} />
      ))}
    </article>
  )
}

interface ChoicesProps {
  readonly sheets: readonly SlipSheet[]
  readonly left: readonly string[]
  readonly onLeft: (left: readonly string[]) => void
}

function Choices({ sheets, left, onLeft }: ChoicesProps) {
  const { t } = useTranslation('slips')
  return (
    <>
      <div className="row">
        <output>{t('print.chosen', { count: sheets.length - left.length })}</output>
        <ActionButton action={act(() => onLeft([]))}>{t('print.all')}</ActionButton>
        <ActionButton action={act(() => onLeft(sheets.map(({ key }) => key)))}>{t('print.none')}</ActionButton>
      </div>
      <ul className="slip-print__sheets">
        {sheets.map((sheet) => (
          <li key={sheet.key}>
            <Checkbox
              checked={!left.includes(sheet.key)}
              onChecked={(on) => onLeft(on ? left.filter((key) => key !== sheet.key) : [...left, sheet.key])}
            >
              <Words sheet={sheet} />
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  )
}

function Words({ sheet: { title, tier, number, owner, inspector } }: { sheet: SlipSheet }) {
  return (
    <>
      {title}
      <span className="row quiet">
        <TierMark tier={tier} />
        <span className="facts">
          <span>{number}</span>
          <span>{owner}</span>
          <span>{inspector.alias}</span>
        </span>
      </span>
    </>
  )
}
