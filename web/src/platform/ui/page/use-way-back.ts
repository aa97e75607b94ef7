import { useRouter } from '@tanstack/react-router'
import { useRef } from 'react'

/**
 * For a sheet that has an address: opening goes forward, so that the browser's back button closes it; closing goes back,
 * or `away` for those who came by the address itself.
 */
export function useWayBack(away: () => void) {
  const { history } = useRouter()
  const forward = useRef(false)
  return {
    goneForward: () => {
      forward.current = true
    },
    back: () => {
      if (forward.current) history.back()
      else away()
      forward.current = false
    },
  }
}
