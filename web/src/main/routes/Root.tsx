import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { DemoClock } from '../../platform/ui/page/DemoClock.tsx'

/** What every page has, signed in or not: the time where it is played, and a reading position after each move. */
export function Root() {
  useHeadingFocus()
  return (
    <>
      <DemoClock />
      <Outlet />
    </>
  )
}

/** After a move within the product, reading aloud goes on at the new page's heading. */
function useHeadingFocus(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (fromLocation === undefined || fromLocation.pathname === toLocation.pathname) return
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      }),
    [router],
  )
}
