import { useTranslation } from 'react-i18next'

/** Shaped like the list that comes: so many items of so many lines. */
export function SkeletonList({ items = 5, lines = 3 }: { items?: number; lines?: number }) {
  return (
    <Waiting>
      {range(items).map((item) => (
        <div key={item} className="skeleton__item">
          {range(lines).map((line) => (
            <div key={line} className="skeleton__bar" style={{ width: widths[(item + line * 2) % widths.length] }} />
          ))}
        </div>
      ))}
    </Waiting>
  )
}

/** Shaped like one thing: a title and paragraphs. */
export function SkeletonPage() {
  return (
    <Waiting>
      <div className="skeleton__item">
        <div className="skeleton__bar skeleton__bar--title" style={{ width: '40%' }} />
        <div className="skeleton__bar" style={{ width: '60%' }} />
      </div>
      <SkeletonLines />
    </Waiting>
  )
}

function SkeletonLines() {
  return (
    <div className="skeleton__item">
      {range(4).map((line) => (
        <div key={line} className="skeleton__bar" style={{ width: widths[line] }} />
      ))}
    </div>
  )
}

function Waiting({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <output className="skeleton" aria-busy="true">
      <span className="sr-only">{t('loading.label')}</span>
      {children}
    </output>
  )
}

const widths = ['72%', '48%', '88%', '36%', '64%']
const range = (size: number) => Array.from({ length: size }, (_, index) => index)
