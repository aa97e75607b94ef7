import { lazy, Suspense, useEffect, useState } from 'react'
import { onConfirmNeeded } from '../../platform/api/client.ts'

const ConfirmDialog = lazy(() => import('./ConfirmDialog.tsx'))

/** Asks for the password whenever a request of this page needs it shown again. Several at once wait for the one answer. */
export function ConfirmHost() {
  const [waiting, setWaiting] = useState<readonly ((shown: boolean) => void)[]>([])
  useEffect(() => {
    onConfirmNeeded(() => new Promise((resolve) => setWaiting((others) => [...others, resolve])))
    return () => onConfirmNeeded(undefined)
  }, [])
  if (waiting.length === 0) return null
  const answer = (shown: boolean) => {
    setWaiting([])
    for (const resolve of waiting) resolve(shown)
  }
  return (
    <Suspense>
      <ConfirmDialog onAnswer={answer} />
    </Suspense>
  )
}
