import type { ErrorComponentProps } from '@tanstack/react-router'
import { Bare } from '../../platform/ui/page/Bare.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { RouteError } from './RouteError.tsx'

/** While we ask who is there. */
export function DoorPending() {
  return (
    <Bare>
      <SkeletonPage />
    </Bare>
  )
}

/** When we cannot even learn who is there: no network, or the server is down. */
export function DoorError(props: ErrorComponentProps) {
  return (
    <Bare>
      <RouteError {...props} />
    </Bare>
  )
}
