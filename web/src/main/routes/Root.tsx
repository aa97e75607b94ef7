import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** What every page has, signed in or not: a reading position after each move. */
export function Root() {
  useHeadingFocus()
  return <Outlet />
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
