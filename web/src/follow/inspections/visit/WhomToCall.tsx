import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ContactView, RevealContact } from '@dj/shared/collect/need/need.schema.ts'
import type { Callee, InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import { AsTyped } from '../../../collect/needs/AsTyped.tsx'
import { WordsDialog } from '../../../collect/needs/WordsDialog.tsx'
import { request } from '../../../platform/api/client.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { DateText } from '../../../platform/ui/time/DateText.tsx'

/** Somebody was not satisfied: whom to call, each number shown for a reason that is logged, and who knows where there is none. */
export function WhomToCall({ inspection }: { inspection: InspectionView }) {
  const { t } = useTranslation('inspections')
  return (
    <section className="stack" aria-labelledby="whom-to-call">
      <h2 id="whom-to-call">{t('call.whom')}</h2>
      <p className="inspection__due">{t('call.due')}</p>
      {inspection.callees.length === 0 && (
        <p>
          {t('call.none')} <Instead inspection={inspection} />
        </p>
      )}
      <ul className="stack">
        {inspection.callees.map((callee) => (
          <Number key={callee.needId} callee={callee} inspection={inspection} />
        ))}
      </ul>
    </section>
  )
}

function Number({ callee, inspection }: { callee: Callee; inspection: InspectionView }) {
  const { t } = useTranslation(['inspections', 'domain'])
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<ContactView>()
  const path = `/inspections/${inspection.roundId}/${inspection.orderId}/needs/${callee.needId}/contact`
  return (
    <li className="row">
      <span className="facts">
        <span>{t(`domain:requesterKind.${callee.requesterKind}`)}</span>
        <span>
          <DateText value={callee.receivedAt} />
        </span>
      </span>
      {seen === undefined ? (
        <ActionButton icon="eye" action={act(() => setOpen(true))}>
          {t('call.reveal')}
        </ActionButton>
      ) : seen.phone === null ? (
        <span>
          {seen.name} <AsTyped words={seen.phoneWords} /> {t('call.nobody')} <Instead inspection={inspection} />
        </span>
      ) : (
        <span>
          {seen.name} <a href={`tel:${seen.phone}`}>{seen.phone}</a> <AsTyped words={seen.phoneWords} />
        </span>
      )}
      <WordsDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('call.title.reveal')}
        consequence={t('call.consequence')}
        schema={RevealContact}
        field="reason"
        label={t('call.reason')}
        presets={[t('call.preset')]}
        confirm={t('call.reveal')}
        submit={async (body) => setSeen(await request('POST', path, { body, schema: ContactView }))}
      />
    </li>
  )
}

function Instead({ inspection: { ownerContact, owner } }: { inspection: InspectionView }) {
  const { t } = useTranslation('inspections')
  return ownerContact === null ? t('call.noOffice', { owner }) : t('call.instead', { ...ownerContact })
}
