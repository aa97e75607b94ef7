import { useTranslation } from 'react-i18next'
import { address } from '../../platform/api/client.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportDone } from './ImportDone.tsx'
import { TrialReport } from './TrialReport.tsx'
import { type ImportRun, useImport } from './use-import.ts'
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

function Prepare({ run }: { run: ImportRun }) {
  return (
    <>
      <ChooseFile run={run} />
      {run.report !== undefined && <TrialReport key={run.report.fileHash} report={run.report} run={run} />}
    </>
  )
}
