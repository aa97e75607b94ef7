import { useTranslation } from 'react-i18next'
import type { ImportIssue } from '@dj/shared/collect/need/import.schema.ts'
import { imports } from '../../platform/i18n/zh-CN/collect/imports.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'

const icons = { error: 'alert', warning: 'flag', note: 'note' } as const

type IssueKey = Extract<keyof typeof imports, `import.${string}`>
const isKnown = (code: string): code is IssueKey => Object.hasOwn(imports, code)

/** What is wrong with a row: where, what stands there, and what to do. */
export function Issues({ issues }: { issues: readonly ImportIssue[] }) {
  const { t } = useTranslation('import')
  return (
    <ul className="issues">
      {issues.map(({ level, code, column, value }) => (
        <li key={`${code} ${column ?? ''}`} className={`issue issue--${level}`}>
          <Icon name={icons[level]} size={16} label={t(`level.${level}`)} />
          <span>
            {column !== null && <strong>{column}</strong>}{' '}
            {value !== null && value !== '' && t('issue.value', { value })} {isKnown(code) ? t(code) : code}
          </span>
        </li>
      ))}
    </ul>
  )
}
