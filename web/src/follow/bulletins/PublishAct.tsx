import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulletinView, PublishBulletin } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { ReasonDialog } from '../../claim/claims/sheets/ReasonDialog.tsx'
import { sessionQueries } from '../../county/session/session.queries.ts'
import { TextInput } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../platform/ui/button/ConfirmAction.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { bulletinMutations } from './bulletins.queries.ts'

interface Props {
  readonly bulletin: BulletinView
}

/** Signs what is on the page and makes it public; a version after the first must say what it corrects. */
export function PublishAct({ bulletin }: Props) {
  const { t } = useTranslation('bulletins')
  const [typed, setTyped] = useState('')
  const serial = typed === '' ? {} : { serial: Number(typed) }
  return (
    <section className="bulletin__publish" aria-label={t('publish.action')}>
      <p>{t('publish.lead')}</p>
      {bulletin.body.number !== null && <Serial value={typed} onValue={setTyped} />}
      {bulletin.version === 1 ? (
        <First bulletin={bulletin} serial={serial} />
      ) : (
        <Correction bulletin={bulletin} serial={serial} />
      )}
    </section>
  )
}

/** 发文字号 is counted on by itself; an office that numbers all its papers in one row says which one this is. */
function Serial({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const { t } = useTranslation('bulletins')
  return (
    <Field
      draft={{ id: 'bulletin', faults: new Map() }}
      name="serial"
      label={t('publish.serial')}
      hint={t('publish.serial.hint')}
      optional
    >
      {(control) => (
        <TextInput
          {...control}
          inputMode="numeric"
          value={value}
          onValue={(typed) => onValue(typed.normalize('NFKC').replaceAll(/\D/g, ''))}
        />
      )}
    </Field>
  )
}

interface Acting extends Props {
  readonly serial: Pick<PublishBulletin, 'serial'>
}

function First({ bulletin, serial }: Acting) {
  const { t } = useTranslation('bulletins')
  const { publish, who } = usePublish(bulletin)
  return (
    <ConfirmAction
      kind="primary"
      action={{ ...publish, mutate: () => publish.mutate(serial) }}
      question={t('publish.question', { title: bulletin.body.title })}
      consequence={t('publish.consequence', { who })}
      confirmLabel={t('publish.action')}
    >
      {t('publish.action')}
    </ConfirmAction>
  )
}

function Correction({ bulletin, serial }: Acting) {
  const { t } = useTranslation('bulletins')
  const [open, setOpen] = useState(false)
  const { publish, who } = usePublish(bulletin)
  const { version, body } = bulletin
  return (
    <>
      <ActionButton kind="primary" action={act(() => setOpen(true))}>
        {t('publish.correct')}
      </ActionButton>
      <ReasonDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('publish.correctQuestion', { version, title: body.title })}
        consequence={t('publish.correctConsequence', { version, who })}
        confirmLabel={t('publish.correct')}
        submit={(correction) => publish.mutateAsync({ correction, ...serial })}
      />
    </>
  )
}

function usePublish({ roundId }: BulletinView) {
  const { t } = useTranslation('bulletins')
  const navigate = useNavigate()
  const { countyId } = useParams({ from: '/results/$countyId/$roundId/bulletin' })
  const who = useQuery(sessionQueries.me()).data?.person.alias ?? ''
  const done = async () => {
    notify(t('publish.done'))
    await navigate({ to: '/results/$countyId/$roundId/bulletin', params: { countyId, roundId }, search: {} })
  }
  return { publish: useMutation(bulletinMutations.publish(roundId, done)), who }
}
