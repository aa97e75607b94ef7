import { useTranslation } from 'react-i18next'
import { ActionButton } from '../button/ActionButton.tsx'

interface Props {
  readonly total: number
  readonly shown: number
  /** Fetches the next page; absent on the last. */
  readonly onMore?: (() => void) | undefined
  readonly isLoading?: boolean
  readonly error?: unknown
}

/** Ends every list: 共 N 条, how many are shown, and more if there is more. */
export function ListFooter({ total, shown, onMore, isLoading = false, error = null }: Props) {
  const { t } = useTranslation()
  return (
    <footer className="list-footer">
      <output className="list-footer__figures">
        <span>{t('list.total', { count: total })}</span>
        {onMore !== undefined && <span>{t('list.shown', { shown })}</span>}
      </output>
      {onMore !== undefined && (
        <ActionButton action={{ mutate: onMore, isPending: isLoading, error }}>{t('list.more')}</ActionButton>
      )}
    </footer>
  )
}
