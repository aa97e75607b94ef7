import { useTranslation } from 'react-i18next'
import { mayDo } from '../session/me.ts'
import { useMe } from '../session/session.queries.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'

/** To the dry run, for those who may. */
export function RulesLink() {
  const { t } = useTranslation('rules')
  return mayDo(useMe(), 'rule.dry_run') ? <ButtonLink to="/rules">{t('title')}</ButtonLink> : null
}
