import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { ReasonDialog } from '../../claim/claims/sheets/ReasonDialog.tsx'
import { sessionQueries } from '../../county/session/session.queries.ts'
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
  return (
    <section className="bulletin__publish" aria-label={t('publish.action')}>
      <p>{t('publish.lead')}</p>
      {bulletin.version === 1 ? <First bulletin={bulletin} /> : <Correction bulletin={bulletin} />}
    </section>
  )
}

function First({ bulletin }: Props) {
  const { t } = useTranslation('bulletins')
  const { publish, who } = usePublish(bulletin)
  return (
    <ConfirmAction
      kind="primary"
      action={{ ...publish, mutate: () => publish.mutate({}) }}
      question={t('publish.question', { title: bulletin.body.title })}
      consequence={t('publish.consequence', { who })}
      confirmLabel={t('publish.action')}
    >
      {t('publish.action')}
    </ConfirmAction>
  )
}

function Correction({ bulletin }: Props) {
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
        submit={(correction) => publish.mutateAsync({ correction })}
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
