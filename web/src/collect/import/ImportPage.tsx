import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateChoice, ImportDecisions, ImportReport } from '@dj/shared/collect/need/import.schema.ts'
import { address, request } from '../../platform/api/client.ts'
import { useChange } from '../needs/needs.queries.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { ImportReport as Report } from '@dj/shared/collect/need/import.schema.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportDone } from './ImportDone.tsx'
import { TrialReport } from './TrialReport.tsx'
import './import.css'

/** From a workbook as the county sends it to needs: a trial first, then all of it at once. */
export function ImportPage() {
  const { t } = useTranslation('import')
  const run = useImport()
  return (
    <div className="import">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={<BackLink to="/needs">{t('back')}</BackLink>}
        actions={
          <a className="btn btn--default" href={address('/needs/import/template')} download>
            {t('template')}
          </a>
        }
      />
      {run.done === undefined ? <Prepare run={run} /> : <ImportDone report={run.done} onAgain={run.restart} />}
    </div>
  )
}

export type ImportRun = ReturnType<typeof useImport>

function Prepare({ run }: { run: ImportRun }) {
  return (
    <>
      <ChooseFile run={run} />
      {run.report !== undefined && <TrialReport key={run.report.fileHash} report={run.report} run={run} />}
    </>
  )
}

/** The chosen file and the decisions stay whatever goes wrong. */
function useImport() {
  const [file, setFile] = useState<File>()
  const [decisions, setDecisions] = useState<ImportDecisions>({})
  const trial = useMutation({ mutationFn: (chosen: File) => send(chosen, true, {}) })
  const apply = useChange((chosen: File) => send(chosen, false, decisions))
  const choose = (chosen: File) => {
    setFile(chosen)
    setDecisions({})
    apply.reset()
    trial.mutate(chosen)
  }
  return {
    file,
    choose,
    trial,
    report: trial.data,
    decisions,
    decide: (key: string, choice: DuplicateChoice) => setDecisions((before) => ({ ...before, [key]: choice })),
    apply: { ...apply, mutate: () => file !== undefined && apply.mutate(file) },
    done: apply.data,
    restart: () => {
      setFile(undefined)
      trial.reset()
      apply.reset()
    },
  }
}

function send(file: File, dryRun: boolean, decisions: ImportDecisions): Promise<ImportReport> {
  const body = new FormData()
  if (Object.keys(decisions).length > 0) body.set('decisions', JSON.stringify(decisions))
  body.set('file', file)
  return request('POST', '/needs/import', { query: { dryRun }, body, schema: Report })
}
