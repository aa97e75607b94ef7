import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../county/session/session.queries.ts'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { ApiProblem } from '../../platform/api/problem.ts'
import { desksOf, type DeskPlace } from './desk.queries.ts'
import { DeskColumns } from './DeskColumns.tsx'
import { DeskHead } from './DeskHead.tsx'
import { KeyHelp } from './KeyHelp.tsx'
import { EditSheet } from './build/EditSheet.tsx'
import './desk.css'
import '../../platform/ui/button/kbd.css'

/** 书记工作台: what waits, what is being built, what is in hand. */
export function DeskPage() {
  const { t } = useTranslation(['desk', 'shell'])
  const desks = desksOf(useMe())
  const { org } = useSearch({ from: '/signed-in/desk' })
  const desk = desks.find(({ id }) => id === org) ?? desks[0]
  if (desk !== undefined) return <Desk desk={desk} desks={desks} />
  return (
    <>
      <PageHeader title={t('shell:nav.desk.branch')} />
      <ErrorState error={new ApiProblem({ status: 403, code: 'auth.forbidden' })} who={t('who')} />
    </>
  )
}

function Desk({ desk, desks }: { desk: DeskPlace; desks: readonly DeskPlace[] }) {
  const [help, setHelp] = useState(false)
  const navigate = useNavigate()
  const { id } = useParams({ strict: false })
  return (
    <div className="desk">
      <DeskHead desk={desk} desks={desks} onHelp={() => setHelp(true)} />
      <DeskColumns key={desk.id} desk={desk} onHelp={() => setHelp(true)} />
      <KeyHelp open={help} onClose={() => setHelp(false)} />
      {id !== undefined && (
        <EditSheet key={id} id={id} onClose={() => void navigate({ to: '/desk', search: { org: desk.id } })} />
      )}
    </div>
  )
}
