import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { followChanges } from '../../platform/api/live.ts'
import { Shell } from '../../meet/shell/Shell.tsx'

export function SignedIn() {
  const client = useQueryClient()
  useEffect(() => followChanges(client), [client])
  return (
    <Shell>
      <Outlet />
    </Shell>
  )
}
