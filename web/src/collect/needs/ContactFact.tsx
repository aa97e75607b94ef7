import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ContactView, RevealContact, type NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { request } from '../../platform/api/client.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { AsTyped } from './AsTyped.tsx'
import { WordsDialog } from './WordsDialog.tsx'

interface Props {
  readonly need: NeedView
  readonly contact: NonNullable<NeedView['contact']>
}

/** Whom to call. Masked until somebody says why they look, and each look is logged. */
export function ContactFact({ need, contact }: Props) {
  const { t } = useTranslation('needs')
  const me = useMe()
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<ContactView>()
  const { name, phone } = seen ?? contact
  return (
    <div>
      <dt>{t('fact.contact')}</dt>
      <dd className="contact">
        <span>{[name, phone].filter(Boolean).join(' ') || t('contact.none')}</span>
        {seen === undefined && mayDo(me, 'need.reveal_contact') && (
          <ActionButton icon="eye" kind="plain" action={act(() => setOpen(true))}>
            {t('contact.reveal')}
          </ActionButton>
        )}
        <AsTyped words={seen?.phoneWords ?? null} />
        {seen !== undefined && phone !== null && <a href={`tel:${phone}`}>{t('contact.call')}</a>}
      </dd>
      <WordsDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('contact.title')}
        consequence={t('contact.consequence')}
        schema={RevealContact}
        field="reason"
        label={t('contact.reason')}
        presets={[t('contact.preset.ask'), t('contact.preset.visit'), t('contact.preset.answer')]}
        confirm={t('contact.reveal')}
        submit={async (body) =>
          setSeen(await request('POST', `/needs/${need.id}/contact`, { body, schema: ContactView }))
        }
      />
    </div>
  )
}
