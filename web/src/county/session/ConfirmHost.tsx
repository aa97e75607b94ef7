import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { onConfirmNeeded } from '../../platform/api/client.ts'

const ConfirmDialog = lazy(() => import('./ConfirmDialog.tsx'))

/** Asks for the password whenever a request of this page needs it shown again. Several at once wait for the one answer. */
export function ConfirmHost() {
  // Not state: the dialog keeps the answer it was given first, and whoever comes while it is open waits for it too.
  const waiting = useRef<((shown: boolean) => void)[]>([])
  const [isAsking, setAsking] = useState(false)
  useEffect(
    () =>
      onConfirmNeeded(() => {
        setAsking(true)
        return new Promise((resolve) => waiting.current.push(resolve))
      }),
    [],
  )
  if (!isAsking) return null
  const answer = (shown: boolean) => {
    setAsking(false)
    for (const resolve of waiting.current.splice(0)) resolve(shown)
  }
  return (
    <Suspense>
      <ConfirmDialog onAnswer={answer} />
    </Suspense>
  )
}
