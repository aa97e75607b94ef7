import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  MessagePage,
  MessagePosted,
  type PostByReceipt,
  type ShareContact,
  type TalkView,
} from '@dj/shared/claim/talk/talk.schema.ts'
import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { Messages } from '../../claim/talks/Messages.tsx'
import { ShareSwitch } from '../../claim/talks/ShareSwitch.tsx'
import { request } from '../../platform/api/client.ts'
import { receiptQueries } from './receipt.queries.ts'

/** With those who have taken it on, without an account. */
export function ReceiptTalks({ receipt }: { receipt: ReceiptView }) {
  const { t } = useTranslation('talks')
  const { code, talks, talksShut } = receipt
  const share = useOfReceipt((body: ShareContact) => request('PUT', `/receipts/${code}/contact-consent`, { body }))
  const open = talks.some(({ closed }) => !closed)
  if (talks.length === 0 && !talksShut && receipt.contact !== 'shared') return null
  return (
    <section className="stack" aria-labelledby="talks-title">
      <h2 id="talks-title">{t('title')}</h2>
      {talksShut && <p className="quiet">{t('shut')}</p>}
      {(open || receipt.contact === 'shared') && !talksShut && (
        <ShareSwitch contact={receipt.contact} share={(agreed) => share.mutateAsync({ share: agreed })} />
      )}
      {talks.map((talk) => (
        <Talk key={talk.claimId} talk={talk} receipt={receipt} />
      ))}
    </section>
  )
}

function Talk({ talk, receipt: { code, orders } }: { talk: TalkView; receipt: ReceiptView }) {
  const { t } = useTranslation('talks')
  const path = `/receipts/${code}/messages`
  const post = useOfReceipt((body: PostByReceipt) => request('POST', path, { body, schema: MessagePosted }))
  return (
    <article className="talk" aria-label={t('of', { who: talk.claimant })}>
      <h3>{t('of', { who: talk.claimant })}</h3>
      {orders.length > 1 && <p className="quiet">{talk.order.title}</p>}
      <Messages
        talk={talk}
        post={(input) => post.mutateAsync({ ...input, claimId: talk.claimId })}
        askEarlier={(before) =>
          request('GET', `${path}?claimId=${talk.claimId}&before=${before}`, { schema: MessagePage })
        }
      />
    </article>
  )
}

/** An act by receipt code, after which the receipt is read again. */
function useOfReceipt<Body, Result>(mutationFn: (body: Body) => Promise<Result>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: receiptQueries.root }) })
}
