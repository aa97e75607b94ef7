import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../button/ButtonLink.tsx'
import { Icon } from '../mark/Icon.tsx'

/** 404, for a page or a thing: what it means and what to do next. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <div className="state">
      <title>{`${t('notFound.title')} · ${t('product.name')}`}</title>
      <span className="state__icon">
        <Icon name="search" size={24} />
      </span>
      <h1 tabIndex={-1}>{t('notFound.title')}</h1>
      <p>{t('notFound.body')}</p>
      <p className="quiet">{t('notFound.next')}</p>
      <div className="state__next">
        <ButtonLink to="/" icon="home">
          {t('action.home')}
        </ButtonLink>
      </div>
    </div>
  )
}
