import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'

/** The dark version for the wall is a property of the whole screen, kept in the address. */
export function useProjector(): void {
  const { projector = false } = useSearch({ from: '/signed-in/libraries' })
  useEffect(() => {
    document.documentElement.toggleAttribute('data-projector', projector)
    return () => document.documentElement.removeAttribute('data-projector')
  }, [projector])
}

export function ProjectorSwitch() {
  const { t } = useTranslation('libraries')
  const search = useSearch({ from: '/signed-in/libraries' })
  const navigate = useNavigate()
  const on = search.projector === true
  const turn = () => void navigate({ to: '/libraries', search: { ...search, projector: on ? undefined : true } })
  return (
    <ActionButton action={act(turn)} icon={on ? 'close' : 'eye'}>
      {t(on ? 'projector.off' : 'projector.on')}
    </ActionButton>
  )
}
