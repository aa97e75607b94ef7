import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useKeptReceipts } from '../../collect/receipts/kept-receipts.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'

/** The receipts this device was asked to remember. */
export function KeptHere() {
  const { t } = useTranslation('receipts')
  const { kept, forget } = useKeptReceipts()
  if (kept.length === 0) return null
  return (
    <section className="stack" aria-labelledby="kept-here">
      <h2 id="kept-here">{t('kept.title')}</h2>
      <ul className="kept">
        {kept.map(({ code, words, at }) => (
          <li key={code}>
            <div>
              <Link to="/receipt/$code" params={{ code }} className="code">
                {code}
              </Link>
              <p>{words}</p>
              <p className="quiet">
                <DateText value={at} />
              </p>
            </div>
            <ActionButton action={act(() => forget(code))} label={t('kept.forgetOf', { code })}>
              {t('kept.forget')}
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
