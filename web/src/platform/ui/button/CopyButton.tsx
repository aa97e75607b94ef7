import { useTranslation } from 'react-i18next'
import { act, ActionButton } from './ActionButton.tsx'
import { notify } from '../state/notices.ts'

/** Copies a text and says so; on plain http browsers refuse, and then it says that. */
export function CopyButton({ text, children }: { text: string; children?: React.ReactNode }) {
  const { t } = useTranslation()
  const copy = () =>
    navigator.clipboard === undefined
      ? notify(t('copy.failed'))
      : void navigator.clipboard.writeText(text).then(
          () => notify(t('action.copied')),
          () => notify(t('copy.failed')),
        )
  return (
    <ActionButton action={act(copy)} icon="link">
      {children ?? t('action.copy')}
    </ActionButton>
  )
}
