import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type TalkView, TalkReveal } from '@dj/shared/claim/talk/talk.schema.ts'
import { ContactView } from '@dj/shared/collect/need/need.schema.ts'
import { dialled } from '@dj/shared/county/settings/hotline.schema.ts'
import { HotlineLink } from '../../county/door/HotlineLink.tsx'
import { useCounty } from '../../county/door/use-county.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { AsTyped } from '../../collect/needs/AsTyped.tsx'
import { WordsDialog } from '../../collect/needs/WordsDialog.tsx'
import { request } from '../../platform/api/client.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { talkPath } from './talks.queries.ts'

/** Whom to call: at the owner, and the requester where they agreed. */
export function TalkContacts({ talk }: { talk: TalkView }) {
  const { t } = useTranslation('talks')
  const claims = talk.side === 'claimant'
  return (
    <dl className="talk__contacts">
      <dt>{t('owner')}</dt>
      <dd>
        <Owner owner={talk.owner} />
      </dd>
      <dt>{t('requester')}</dt>
      <dd>
        {claims && talk.contact === 'shared' ? (
          <Reveal talk={talk} />
        ) : (
          <span className="quiet">{t(`contact.${talk.contact}.${claims ? 'claimant' : 'others'}`)}</span>
        )}
      </dd>
    </dl>
  )
}

/** Whom to call at the office; where none is set, who built it, and the county's hotline. */
function Owner({ owner: { organization, person, contact } }: { owner: TalkView['owner'] }) {
  const { t } = useTranslation('talks')
  const hotline = useCounty(useMe().county.id)?.hotline
  if (contact !== null) {
    const { name, telephone } = contact
    return (
      <span>
        {organization} · {name} <a href={dialled(telephone)}>{telephone}</a>
      </span>
    )
  }
  return (
    <>
      <span>
        {organization} · {person}
      </span>
      <span className="quiet">{t(hotline ? 'owner.hotline' : 'owner.none')}</span>
      {hotline && <HotlineLink hotline={hotline} />}
    </>
  )
}

function Reveal({ talk }: { talk: TalkView }) {
  const { t } = useTranslation(['talks', 'needs'])
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<ContactView>()
  if (seen !== undefined) {
    return (
      <span className="talk__call">
        {seen.name} {seen.phone === null ? t('noPhone') : <a href={`tel:${seen.phone}`}>{seen.phone}</a>}
        <AsTyped words={seen.phoneWords} />
      </span>
    )
  }
  return (
    <>
      <ActionButton icon="eye" kind="plain" action={act(() => setOpen(true))}>
        {t('reveal')}
      </ActionButton>
      <WordsDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('reveal')}
        consequence={t('reveal.consequence')}
        schema={TalkReveal}
        field="reason"
        label={t('needs:contact.reason')}
        presets={[t('preset.visit'), t('preset.ask')]}
        confirm={t('reveal')}
        submit={async (body) =>
          setSeen(await request('POST', `${talkPath(talk)}/contact`, { body, schema: ContactView }))
        }
      />
    </>
  )
}
