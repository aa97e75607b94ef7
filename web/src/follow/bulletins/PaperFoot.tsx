import { useTranslation } from 'react-i18next'
import type { BulletinBody } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { useLanguage } from '../../platform/i18n/language.ts'
import '../rounds/rounds.css'

/** What each figure counts, under which versions, and the two hashes everybody can hold it against. */
export function PaperFoot({ body }: { body: BulletinBody }) {
  const { t } = useTranslation('bulletins')
  const language = useLanguage()
  const versions = {
    definitions: body.definitionsVersion ?? 1,
    settings: body.settingsVersion,
    checklists: body.checklistVersions.length === 0 ? '—' : body.checklistVersions.join('、'),
  }
  return (
    <footer className="paper__foot">
      <h2>{t('foot.title')}</h2>
      <dl>
        {body.definitions.map(({ code, zh, en }) => (
          <Note key={code} {...split(language === 'en' ? en : zh)} />
        ))}
        <Note name={t('foot.versions')} text={t('foot.versions.words', versions)} />
        <Note name={t('foot.frame')} code={body.frameHash} />
        <Note
          name={t('foot.chain')}
          text={t('foot.chain.words', { seq: body.chainHead.seq })}
          code={body.chainHead.hash}
        />
      </dl>
    </footer>
  )
}

/** 认领率：有过认领的… — the name before the colon, the definition after it. */
function split(definition: string): { name: string; text: string } {
  const [name = '', ...rest] = definition.split(/：|: /)
  return { name, text: rest.join('：') }
}

function Note({ name, text, code }: { name: string; text?: string; code?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {text} {code !== undefined && <code className="hex">{code}</code>}
      </dd>
    </div>
  )
}
