import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { useCategoryName } from '../../county/settings/settings.queries.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'

/** What is asked, how it will be accepted, and the terms. */
export function WhatIsAsked({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  return (
    <>
      <section className="order__section" aria-labelledby="order-ask">
        <h2 id="order-ask">{t('ask.title')}</h2>
        <p className="prose order__words">{order.ask}</p>
      </section>
      <section className="order__section" aria-labelledby="order-acceptance">
        <h2 id="order-acceptance">{t('acceptance.title')}</h2>
        <p className="prose order__words">{order.acceptance}</p>
      </section>
      <Terms order={order} />
    </>
  )
}

function Terms({ order }: { order: OrderView }) {
  const { t } = useTranslation(['orders', 'domain'])
  const categoryName = useCategoryName()
  const terms: readonly (readonly [string, React.ReactNode] | undefined)[] = [
    [t('term.beneficiaries'), order.beneficiaries],
    [t('term.category'), categoryName(order.category)],
    [t('term.mode'), t(`domain:mode.${order.mode}`)],
    [t('term.places'), t('term.places.value', { taken: order.placesTaken, places: order.places })],
    order.skills.length === 0 ? undefined : [t('term.skills'), order.skills.join(t('and'))],
    order.location === null ? undefined : [t('term.location'), order.location],
    order.claimBy === null ? undefined : [t('card.claimBy'), <DateText key="claim-by" value={order.claimBy} />],
    order.dueOn === null ? undefined : [t('card.due'), <DateText key="due" value={order.dueOn} />],
    order.standing ? [t('term.standing'), <Standing key="standing" until={order.standingUntil} />] : undefined,
    [t('term.tierReason'), order.tierReason],
  ]
  return (
    <dl className="terms">
      {terms.map(
        (term) =>
          term !== undefined && (
            <div key={term[0]}>
              <dt>{term[0]}</dt>
              <dd>{term[1]}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Standing({ until }: { until: string | null }) {
  const { t } = useTranslation('orders')
  if (until === null) return t('term.standing.open')
  return (
    <>
      {t('term.standing.until')} <DateText value={until} />
    </>
  )
}

export function People({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  return (
    <section className="order__section" aria-labelledby="order-people">
      <h2 id="order-people">{t('people.title')}</h2>
      <dl className="terms terms--narrow">
        <div>
          <dt>{t('people.owner')}</dt>
          <dd>{order.owner.name}</dd>
        </div>
        {order.town !== null && order.town.id !== order.owner.id && (
          <div>
            <dt>{t('people.town')}</dt>
            <dd>{order.town.name}</dd>
          </div>
        )}
        <div>
          <dt>{t('people.author')}</dt>
          <dd>{order.author.alias}</dd>
        </div>
        <div>
          <dt>{t('people.seconds')}</dt>
          <dd>{t('people.seconds.count', { count: order.seconds })}</dd>
        </div>
      </dl>
    </section>
  )
}

/** The needs it came from: their words only for those who may read them. */
export function Origin({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const hidden = order.needs.filter(({ body }) => body === null).length
  return (
    <section className="order__section" aria-labelledby="order-origin">
      <h2 id="order-origin">{t('origin.title', { count: order.needs.length })}</h2>
      {order.needs.length === 0 && <p className="quiet">{t('origin.none')}</p>}
      {hidden < order.needs.length && (
        <ul className="origin">
          {order.needs.map(
            ({ id, body, requesterName, mine }) =>
              body !== null && (
                <li key={id}>
                  <p className="order__words">{t('origin.words', { body })}</p>
                  <p className="quiet">{mine ? t('origin.mine') : requesterName}</p>
                </li>
              ),
          )}
        </ul>
      )}
      {hidden > 0 && <p className="quiet">{t('origin.hidden', { count: hidden })}</p>}
    </section>
  )
}
