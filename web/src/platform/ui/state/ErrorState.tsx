import { useTranslation } from 'react-i18next'
import { explainProblem, isProblem } from '../../api/problem.ts'
import { act, ActionButton } from '../button/ActionButton.tsx'
import { Icon } from '../mark/Icon.tsx'
import type { IconName } from '../mark/icons.ts'

interface Props {
  readonly error: unknown
  readonly onRetry?: () => void
  /** For a refusal: the people who may do it. */
  readonly who?: string
  readonly next?: React.ReactNode
  /** 1 where the error is the whole page. */
  readonly level?: 1 | 2
}

/** What went wrong, in words; what to do next; and the reference to quote. */
export function ErrorState({ error, onRetry, who, next, level = 2 }: Props) {
  const { t } = useTranslation()
  const kind = kindOf(error)
  const Heading = level === 1 ? 'h1' : 'h2'
  const requestId = isProblem(error) ? error.requestId : undefined
  return (
    <div className="state state--error" role="alert">
      <span className="state__icon">
        <Icon name={icons[kind]} size={24} />
      </span>
      <Heading tabIndex={-1}>{t(`${kind}.title`)}</Heading>
      <p>{isTelling(error) ? explainProblem(error) : t(`${kind}.body`)}</p>
      <p className="quiet">{t(`${kind}.next`)}</p>
      {who !== undefined && <p>{t('error.forbiddenWho', { who })}</p>}
      {requestId !== undefined && <p className="state__reference">{t('error.requestId', { id: requestId })}</p>}
      <div className="state__next">
        {onRetry !== undefined && mayHelp(kind) && (
          <ActionButton action={act(onRetry)} icon="refresh">
            {t('action.retry')}
          </ActionButton>
        )}
        {next}
      </div>
    </div>
  )
}

/** Whether the code says more than the kind of trouble does. */
const isTelling = (error: unknown) => isProblem(error) && error.status !== 0 && error.status < 500

type Kind = 'notFound' | 'forbidden' | 'refused' | 'crash' | 'offlinePage'

const icons: Record<Kind, IconName> = {
  notFound: 'search',
  forbidden: 'lock',
  refused: 'clock',
  crash: 'alert',
  offlinePage: 'offline',
}

const mayHelp = (kind: Kind) => kind === 'crash' || kind === 'refused' || kind === 'offlinePage'

function kindOf(error: unknown): Kind {
  if (!isProblem(error)) return 'crash'
  if (error.status === 0 || error.status === 503) return 'offlinePage'
  if (error.status === 404) return 'notFound'
  if (error.status === 409) return 'refused'
  return error.status === 403 ? 'forbidden' : 'crash'
}
