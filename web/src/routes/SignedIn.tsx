import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { followChanges } from '../api/live.ts'
import { Shell } from '../ui/Shell.tsx'

export function SignedIn() {
  const client = useQueryClient()
  useEffect(() => followChanges(client), [client])
  return (
    <Shell>
      <Outlet />
    </Shell>
  )
}
