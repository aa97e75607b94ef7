import { useTranslation } from 'react-i18next'
import type { LibrarySummary } from '@dj/shared/build/order/order.schema.ts'
import { Light } from '../../platform/ui/mark/Light.tsx'
import { TierMark } from '../marks/TierMark.tsx'
import { Number } from './Number.tsx'
import { figures, sorted, type Sort } from './figures.ts'

interface Props {
  readonly tiers: readonly LibrarySummary[]
  readonly libraries: readonly LibrarySummary[]
  readonly sort: Sort
  readonly under: string | undefined
}

/** A total per tier, then its libraries. */
export function LibrariesTable({ tiers, libraries, sort, under }: Props) {
  const { t } = useTranslation('libraries')
  const most = Math.max(...libraries.map(inHand))
  return (
    <table className="libraries__table">
      <caption className="sr-only">{t('caption')}</caption>
      <Head />
      {tiers.map((total) => {
        const rows = sorted(
          libraries.filter(({ tier }) => tier === total.tier),
          sort,
        )
        return (
          <tbody key={total.tier}>
            <Row library={total} under={under} count={rows.length} />
            {rows.map((library) => (
              <Row key={library.owner?.id} library={library} under={under} most={most} />
            ))}
          </tbody>
        )
      })}
    </table>
  )
}

function Head() {
  const { t } = useTranslation('libraries')
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t('head.library')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('figure.total')}
        </th>
        <th scope="colgroup" colSpan={4} className="group">
          {t('head.unclaimed')}
        </th>
        <th scope="colgroup" colSpan={3} className="group">
          {t('head.inHand')}
        </th>
        <th scope="colgroup" colSpan={5} className="group">
          {t('head.other')}
        </th>
      </tr>
      <tr>
        {figures.slice(1).map((figure) => (
          <th key={figure} scope="col" className={starts.has(figure) ? 'group' : undefined}>
            {figure === 'green' || figure === 'yellow' || figure === 'red' ? (
              <Light colour={figure} />
            ) : (
              t(`figure.${figure}`)
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const starts: ReadonlySet<string> = new Set(['open', 'green', 'stale'])

interface RowProps {
  readonly library: LibrarySummary
  readonly under: string | undefined
  /** Of a total: how many libraries it counts. */
  readonly count?: number
  /** Of a library: how many the busiest has in hand. */
  readonly most?: number
}

function Row({ library, under, count, most }: RowProps) {
  const { t } = useTranslation(['libraries', 'domain'])
  const { tier, owner } = library
  return (
    <tr className={owner === null ? 'total' : undefined}>
      <th scope="row">
        {owner === null ? (
          <span className="libraries__tier">
            <TierMark tier={tier} /> {t(`domain:tier.${tier}`)}
            <span className="libraries__count">{t('libraries', { count: count ?? 0 })}</span>
          </span>
        ) : (
          owner.name
        )}
        {most !== undefined && <Bar library={library} most={most} />}
      </th>
      {figures.map((figure) => (
        <td key={figure} data-label={t(`figure.${figure}`)} className={starts.has(figure) ? 'group' : undefined}>
          <Number library={library} figure={figure} under={under} />
        </td>
      ))}
    </tr>
  )
}

const inHand = ({ green, yellow, red }: LibrarySummary) => green + yellow + red

/** What is in hand, by light: the three numbers again for the eye, as long as the busiest library's allow. */
function Bar({ library, most }: { library: LibrarySummary; most: number }) {
  const { green, yellow, red } = library
  if (inHand(library) === 0) return null
  return (
    <span className="libraries__lights" aria-hidden="true" style={{ width: `${(inHand(library) / most) * 100}%` }}>
      {Object.entries({ red, yellow, green }).map(
        ([colour, size]) => size > 0 && <span key={colour} className={`bar--${colour}`} style={{ flexGrow: size }} />,
      )}
    </span>
  )
}
