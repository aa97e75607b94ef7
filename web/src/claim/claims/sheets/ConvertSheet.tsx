import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { collectiveKind } from '@dj/shared/claim/claim/claimant-kind.ts'
import { Select } from '../../../platform/form/controls.tsx'
import { organizationQueries } from '../../../county/organizations/organizations.queries.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { notify } from '../../../platform/ui/state/notices.ts'
import { claimMutations } from '../claim.mutations.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

interface Props {
  readonly claim: ClaimView
  readonly open: boolean
  readonly onClose: () => void
}

/** Too hard for one: handed over to my group, branch or alliance, with place, history and clock. [003] */
export function ConvertSheet({ claim, open, onClose }: Props) {
  const { t } = useTranslation('claims')
  const navigate = useNavigate()
  const convert = useMutation(claimMutations.convert(claim.id))
  const takers = useTakers()
  const [chosen, setChosen] = useState('')
  const taker = takers.find((each) => each.id === chosen)
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t('convert.title', { title: claim.order.title })}
      consequence={t('convert.consequence')}
      confirmLabel={t('convert.action')}
      disabledReason={taker === undefined ? t('convert.choose') : undefined}
      submit={async (reason) => {
        if (taker === undefined) return
        const after = await convert.mutateAsync({ organizationId: taker.id, reason })
        notify(t('convert.done', { who: taker.name }))
        if (!after.mine) await navigate({ to: '/orders/$id', params: { id: claim.order.id }, replace: true })
      }}
    >
      <TakerField takers={takers} value={chosen} onValue={setChosen} />
    </ReasonDialog>
  )
}

interface TakerProps {
  readonly takers: ReturnType<typeof useTakers>
  readonly value: string
  readonly onValue: (id: string) => void
}

function TakerField({ takers, ...select }: TakerProps) {
  const { t } = useTranslation('claims')
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {t('convert.organization')}
      </label>
      <Select
        {...select}
        id={id}
        name="organizationId"
        empty={t('convert.choose')}
        options={takers.map((each) => ({ value: each.id, label: each.name }))}
      />
    </div>
  )
}

/** My home organization and what lies below it, and the alliances. */
function useTakers() {
  const home = useMe().person.homeOrganizationId
  const own = useQuery({ ...organizationQueries.list({ under: home ?? '' }), enabled: home !== null })
  const alliances = useQuery(organizationQueries.list({ kind: 'alliance' }))
  return [...(own.data ?? []), ...(alliances.data ?? [])].filter(({ kind }) => collectiveKind(kind) !== undefined)
}
