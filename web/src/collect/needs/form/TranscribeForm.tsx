import { useTranslation } from 'react-i18next'
import { Channel, RequesterKind, type NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { Select, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { hasRole, type Me } from '../../../county/session/me.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { emptyNeed, useNeedDraft, type NeedForm } from './need-draft.ts'
import { AboutFields, ContactFields, NeedWords } from '../NeedWords.tsx'
import { OrganizationField } from './OrganizationField.tsx'
import { useControlEnter } from './use-control-enter.ts'
import { WhatWeKnow } from './WhatWeKnow.tsx'
import '../../../platform/ui/button/kbd.css'

/** 热线台: the call on the left, what we already know on the right; no mouse. */
export function TranscribeForm({ onFiled }: { onFiled: (receipt: NeedReceipt) => void }) {
  const { t } = useTranslation('needs')
  const me = useMe()
  const draft = useNeedDraft(`transcribe.${me.person.id}`, { ...emptyNeed, channel: channelOf(me) }, onFiled)
  useControlEnter(draft.submit)
  return (
    <div className="two-panes">
      <form {...draft.props} className="stack">
        <NeedWords draft={draft} />
        <AboutFields draft={draft} />
        <div className="need-pair">
          <NameField draft={draft} />
          <OrganizationField draft={draft} />
        </div>
        <ContactFields draft={draft} />
        <div className="need-pair">
          <ChannelField draft={draft} />
          <KindField draft={draft} />
        </div>
        <div className="row">
          <SubmitButton draft={draft}>
            {t('submit.record')} <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </SubmitButton>
        </div>
      </form>
      <WhatWeKnow body={draft.values.body} organizationId={draft.values.organizationId} />
    </div>
  )
}

// A hotline clerk records calls, a scout visits; others bring what was said in a meeting.
const channelOf = (me: Me): Channel =>
  hasRole(me, 'operator') ? 'hotline' : hasRole(me, 'scout') ? 'scout' : 'symposium'

function ChannelField({ draft }: { draft: NeedForm }) {
  const { t } = useTranslation(['needs', 'domain'])
  const options = Channel.options.filter((value) => value !== 'import' && value !== 'self_service')
  return (
    <Field draft={draft} name="channel" label={t('field.channel')}>
      {(control) => (
        <Select
          {...control}
          value={draft.values.channel}
          onValue={(value) => draft.set('channel', Channel.parse(value))}
          options={options.map((value) => ({ value, label: t(`domain:channel.${value}`) }))}
        />
      )}
    </Field>
  )
}

function KindField({ draft }: { draft: NeedForm }) {
  const { t } = useTranslation(['needs', 'domain'])
  return (
    <Field draft={draft} name="requesterKind" label={t('field.requesterKind')}>
      {(control) => (
        <Select
          {...control}
          value={draft.values.requesterKind}
          onValue={(value) => draft.set('requesterKind', value === '' ? '' : RequesterKind.parse(value))}
          options={RequesterKind.options.map((value) => ({ value, label: t(`domain:requesterKind.${value}`) }))}
          empty={t('field.requesterKind.auto')}
        />
      )}
    </Field>
  )
}

function NameField({ draft }: { draft: NeedForm }) {
  const { t } = useTranslation('needs')
  return (
    <Field
      draft={draft}
      name="requesterName"
      label={t('field.requesterName')}
      optional
      hint={t('field.requesterName.hint')}
    >
      {(control) => (
        <TextInput
          {...control}
          value={draft.values.requesterName}
          onValue={(value) => draft.set('requesterName', value)}
          autoComplete="off"
        />
      )}
    </Field>
  )
}
