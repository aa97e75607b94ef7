import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Holdings, OrganizationDetail } from '@dj/shared/county/organization/tree.schema.ts'
import { organizationQueries } from '../organizations.queries.ts'

interface Props {
  readonly organization: OrganizationDetail
  readonly onShow: (id: string) => void
}

/** What is known of it, and what hangs on it. */
export function Facts({ organization, onShow }: Props) {
  const { t } = useTranslation(['tree', 'domain'])
  const { kind, place, formerNames, closedOn, successor, enterprise, holdings } = organization
  const all = useQuery({ ...organizationQueries.all(), enabled: enterprise !== null })
  const covering = all.data?.find(({ id }) => id === enterprise?.partyOrganizationId)?.name
  const hanging = kindsOfHolding.filter((each) => holdings[each] > 0)
  const facts: [string, React.ReactNode][] = [
    [t('fact.kind'), t(`domain:organizationKind.${kind}`)],
    [t('fact.place'), place.join(' / ')],
    [t('fact.former'), formerNames.join('、')],
    [t('fact.closed'), closedOn],
    [t('fact.creditCode'), enterprise?.creditCode],
    [t('fact.sizeClass'), enterprise?.sizeClass && t(`size.${enterprise.sizeClass}`)],
    [t('fact.industry'), enterprise?.industry],
    [t('fact.employees'), enterprise?.employees],
    [t('fact.party'), enterprise && (covering ?? t('fact.party.none'))],
    [
      t('fact.holdings'),
      hanging.length === 0
        ? t('holding.none')
        : hanging.map((each) => t(`holding.${each}`, { count: holdings[each] })).join('、'),
    ],
  ]
  return (
    <>
      <dl className="organization-facts">
        {facts
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {successor !== null && (
        <p>
          {t('fact.successor')}
          <button type="button" className="tree__name" onClick={() => onShow(successor.id)}>
            {successor.name}
          </button>
        </p>
      )}
    </>
  )
}

const kindsOfHolding = [
  'children',
  'people',
  'joined',
  'grants',
  'orders',
  'claims',
  'needs',
  'alliances',
  'covered',
] as const satisfies readonly (keyof Holdings)[]
