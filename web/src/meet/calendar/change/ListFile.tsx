import { useId } from 'react'
import { useTranslation } from 'react-i18next'

/** A list as it comes from a spreadsheet: in UTF-8, or in the older Chinese encoding. */
export function ListFile({ onWords }: { onWords: (words: string) => void }) {
  const { t } = useTranslation('calendar')
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {t('file')}
      </label>
      <div className="field__hint">{t('file.hint')}</div>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        className="input"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) void file.arrayBuffer().then((bytes) => onWords(decode(bytes)))
        }}
      />
    </div>
  )
}

export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
