import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SimilarView } from '@dj/shared/collect/need/need.schema.ts'
import { mayAnywhere } from '@dj/shared/policy.ts'
import { request } from '../../../platform/api/client.ts'
import { actorOf } from '../../../county/session/me.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { usePaused } from './need-draft.ts'
import { needQueries, useChange } from '../needs.queries.ts'

/** Who asked for much the same already: joining them is one tap, and worth more than a second file. */
export function SimilarVoices({ body, empty }: { body: string; empty?: React.ReactNode }) {
  const { t } = useTranslation('needs')
  const words = usePaused(body)
  const similar = useQuery({ ...needQueries.similar(words), placeholderData: keepPreviousData })
  const items = words.length >= 4 ? (similar.data?.items ?? []) : []
  return (
    <section className="similar" aria-live="polite" aria-label={t('similar.title', { count: items.length })}>
      {items.length > 0 ? (
        <>
          <h2>{t('similar.title', { count: items.length })}</h2>
          <ul>
            {items.map((item) => (
              <SimilarRow key={item.id} item={item} />
            ))}
          </ul>
        </>
      ) : (
        empty
      )}
    </section>
  )
}

type Item = SimilarView['items'][number]

function SimilarRow({ item }: { item: Item }) {
  const { t } = useTranslation('needs')
  const me = useMe()
  const facts = [t(`similar.${item.kind}`), item.where, item.seconds > 0 && t('seconds', { count: item.seconds })]
  return (
    <li className="similar__row">
      <div>
        <Link to={item.kind === 'need' ? '/needs/$id' : '/orders/$id'} params={{ id: item.id }} target="_blank">
          {item.text}
        </Link>
        <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {mayAnywhere('need.second', actorOf(me)) && <SecondButton item={item} />}
    </li>
  )
}

function SecondButton({ item }: { item: Item }) {
  const { t } = useTranslation('needs')
  const place = item.kind === 'need' ? 'needs' : 'orders'
  const second = useChange(() => request('POST', `/${place}/${item.id}/seconds`, { body: {} }))
  const told = { onSuccess: () => notify(t('second.done')) }
  return (
    <ActionButton
      icon={second.isSuccess ? 'check' : 'hand'}
      action={{ ...second, mutate: () => second.mutate(undefined, told) }}
      disabledReason={second.isSuccess ? t('second.yours') : undefined}
      label={t('second.label', { what: item.text.slice(0, 30) })}
    >
      {t('second.action')}
    </ActionButton>
  )
}
