import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'

/** The page that could not be shown: refused, missing, offline or broken, each with what to do next. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const retry = () => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  const home = (
    <ButtonLink to="/" icon="home">
      {t('action.home')}
    </ButtonLink>
  )
  return <ErrorState error={error} level={1} onRetry={retry} next={home} />
}
