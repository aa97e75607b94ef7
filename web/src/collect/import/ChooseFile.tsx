import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explainProblem } from '../../platform/api/problem.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import type { ImportRun } from './use-import.ts'

/** A file by drop or by the file dialog; it is read and tried at once, and nothing is stored yet. */
export function ChooseFile({ run }: { run: ImportRun }) {
  const { t } = useTranslation('import')
  const { over, drop } = useDrop(run.choose)
  const id = useId()
  const { isPending, error } = run.trial
  return (
    <div className="import__choose">
      <label className="drop" htmlFor={id} data-over={over || undefined} {...drop}>
        <Icon name="upload" size={24} />
        <span className="drop__words">
          <strong>{run.file === undefined ? t('choose') : run.file.name}</strong>
          <span className="quiet">{t(run.file === undefined ? 'choose.hint' : 'choose.other')}</span>
        </span>
        <input
          id={id}
          className="drop__input"
          type="file"
          accept=".xlsx,.csv"
          aria-describedby={error === null ? undefined : `${id}-fault`}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file !== undefined) run.choose(file)
            target.value = ''
          }}
        />
      </label>
      <output aria-busy={isPending || undefined}>{isPending && t('reading', { name: run.file?.name ?? '' })}</output>
      {!isPending && error !== null && (
        <p id={`${id}-fault`} className="import__fault" role="alert">
          <Icon name="alert" /> {explainProblem(error)}
        </p>
      )}
    </div>
  )
}

function useDrop(onFile: (file: File) => void) {
  const [over, setOver] = useState(false)
  const hold = (event: React.DragEvent, is: boolean) => {
    event.preventDefault()
    setOver(is)
  }
  const drop = {
    onDragOver: (event: React.DragEvent) => hold(event, true),
    onDragLeave: (event: React.DragEvent) => hold(event, false),
    onDrop: (event: React.DragEvent) => {
      hold(event, false)
      const [file] = event.dataTransfer.files
      if (file !== undefined) onFile(file)
    },
  }
  return { over, drop }
}
