import { useTranslation } from 'react-i18next'
import { Icon } from '../mark/Icon.tsx'
import { dismiss, useNotices, type Notice } from './notices.ts'

export function Notices() {
  const { t } = useTranslation()
  const notices = useNotices()
  return (
    <section className="notices" aria-label={t('notice.region')} aria-live="polite">
      {notices.map((notice) => (
        <NoticeBar key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

function NoticeBar({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  const undo = () => {
    notice.undo?.act()
    dismiss(notice.id)
  }
  return (
    <div className="notice">
      <Icon name="check" />
      <span>{notice.text}</span>
      {notice.undo !== undefined && (
        <button type="button" className="notice__undo" onClick={undo}>
          {notice.undo.label}
        </button>
      )}
      <button type="button" onClick={() => dismiss(notice.id)} aria-label={t('action.close')}>
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}
