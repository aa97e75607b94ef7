import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type DuplicateChoice, type ImportDecisions, ImportReport } from '@dj/shared/collect/need/import.schema.ts'
import { request } from '../../platform/api/client.ts'
import { useChange } from '../needs/needs.queries.ts'

/** The chosen file and the decisions stay whatever goes wrong. */
export function useImport() {
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

export type ImportRun = ReturnType<typeof useImport>

function send(file: File, dryRun: boolean, decisions: ImportDecisions): Promise<ImportReport> {
  const body = new FormData()
  if (Object.keys(decisions).length > 0) body.set('decisions', JSON.stringify(decisions))
  body.set('file', file)
  return request('POST', '/needs/import', { query: { dryRun }, body, schema: ImportReport })
}
