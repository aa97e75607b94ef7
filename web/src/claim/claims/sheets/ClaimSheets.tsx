import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { releaseRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { useLanguage } from '../../../platform/i18n/language.ts'
import { useSettings } from '../../../county/settings/settings.queries.ts'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { formatDate } from '../../../platform/ui/time/dates.ts'
import { notify } from '../../../platform/ui/state/notices.ts'
import { useClaimRefusals } from '../claim-acts.ts'
import { claimMutations } from '../claim.mutations.ts'
import { ConvertSheet } from './ConvertSheet.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { DeliverForm, ReportForm } from './WorkForm.tsx'
import { useClaimDo, type ClaimDo } from '../use-claim-do.ts'

/** The sheets of a claim; which one is open stands in the address. */
export function ClaimSheets({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation('claims')
  const { doing, close } = useClaimDo(claim.id)
  const refusals = useClaimRefusals(claim)
  const isOpen = (what: ClaimDo) => doing === what && refusals[what] === undefined
  const { title } = claim.order
  return (
    <>
      <Dialog sheet open={isOpen('report')} title={t('report.title', { title })} onClose={close}>
        <ReportForm claim={claim} onDone={close} />
      </Dialog>
      <Dialog sheet open={isOpen('deliver')} title={t('deliver.title', { title })} onClose={close}>
        <DeliverForm claim={claim} onDone={close} />
      </Dialog>
      <ReleaseSheet claim={claim} open={isOpen('release')} onClose={close} />
      <ExtendSheet claim={claim} open={isOpen('extend')} onClose={close} />
      <ConvertSheet claim={claim} open={isOpen('convert')} onClose={close} />
    </>
  )
}

interface SheetProps {
  readonly claim: ClaimView
  readonly open: boolean
  readonly onClose: () => void
}

function ReleaseSheet({ claim, open, onClose }: SheetProps) {
  const { t } = useTranslation('claims')
  const release = useMutation(claimMutations.release(claim.id))
  const free = releaseRefusal({ state: claim.state, reported: claim.lastReportAt !== null }, undefined) === undefined
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t('release.title', { title: claim.order.title })}
      consequence={t(free ? 'release.free' : 'release.consequence')}
      optional={free}
      confirmLabel={t('release.action')}
      submit={async (reason) => {
        await release.mutateAsync(reason)
        notify(t('release.done'))
      }}
    />
  )
}

function ExtendSheet({ claim, open, onClose }: SheetProps) {
  const { t } = useTranslation('claims')
  const language = useLanguage()
  const extend = useMutation(claimMutations.extend(claim.id))
  const days = useSettings()?.claim.extensionDays
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t('extend.title', { title: claim.order.title })}
      consequence={days === undefined ? t('extend.once') : t('extend.consequence', { count: days })}
      confirmLabel={t('extend.action')}
      submit={async (reason) => {
        const { dueAt } = await extend.mutateAsync({ reason })
        notify(t('extend.done', { at: formatDate(lastDayOf(new Date(dueAt)), language) }))
      }}
    />
  )
}
