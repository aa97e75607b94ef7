import { useTranslation } from 'react-i18next'

interface Props {
  readonly title: string
  /** One line below the title. */
  readonly lead?: React.ReactNode
  /** A `BackLink`. */
  readonly back?: React.ReactNode
  readonly actions?: React.ReactNode
}

/** The one h1 of a page, which also names the browser's tab. */
export function PageHeader({ title, lead, back, actions }: Props) {
  const { t } = useTranslation()
  return (
    <header className="page-header">
      <title>{`${title} · ${t('product.name')}`}</title>
      <div className="page-header__words">
        {back}
        <h1 tabIndex={-1}>{title}</h1>
        {lead !== undefined && <div className="quiet">{lead}</div>}
      </div>
      {actions !== undefined && <div className="page-header__actions">{actions}</div>}
    </header>
  )
}
