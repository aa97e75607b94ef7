import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { request } from '../../platform/api/client.ts'
import { explainProblem } from '../../platform/api/problem.ts'
import { notify } from '../../platform/ui/state/notices.ts'
import { refreshClaims } from './claim.mutations.ts'

/** Says that a place is taken, and offers to give it back: free of any reason until work is reported. */
export function useTellTaken() {
  const { t } = useTranslation(['claims', 'orders'])
  const client = useQueryClient()
  const undo = async (claimId: string) => {
    try {
      await request('POST', `/claims/${claimId}/release`, { body: {} })
      notify(t('undo.done'))
    } catch (error) {
      notify(explainProblem(error))
    } finally {
      await refreshClaims(client)
    }
  }
  return (claimId: string, words: string) => notify(words, { label: t('undo.label'), act: () => void undo(claimId) })
}
