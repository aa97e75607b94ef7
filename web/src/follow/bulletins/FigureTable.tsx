import { useTranslation } from 'react-i18next'
import type { Figure } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { isOverTooFew } from '@dj/shared/follow/bulletin/definitions.ts'
import { useLanguage } from '../../platform/i18n/language.ts'
import { ScrollTable } from '../../platform/ui/table/ScrollTable.tsx'
import { changeOf, figureName, percent } from './shares.ts'

/** Every rate with its numerator and denominator, its interval where it is an estimate, and the quarter before where there was one. */
export function FigureTable({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation('bulletins')
  const compares = figures.some(({ previous }) => previous !== null)
  const rowOf = useRow()
  const titles = [t('figures.name'), t('figures.of'), t('figures.share'), t('figures.interval')]
  const before = [t('figures.before'), t('figures.change')]
  return (
    <>
      {!compares && <p>{t('figures.alone')}</p>}
      <ScrollTable
        label={t('figures.title')}
        titles={compares ? [...titles, ...before] : titles}
        rows={figures.map((figure) => rowOf(figure).slice(0, compares ? 6 : 4))}
        figuresFrom={1}
      />
    </>
  )
}

function useRow(): (figure: Figure) => readonly string[] {
  const { t } = useTranslation('bulletins')
  const language = useLanguage()
  return (figure) => {
    const { code, numerator, denominator, low, high, previous } = figure
    const change = changeOf(figure)
    return [
      figureName(code, language),
      `${numerator}/${denominator}`,
      isOverTooFew(figure) ? t('figures.tooFew') : percent(numerator, denominator),
      low === null || high === null ? '—' : `${percent(low, 1)}–${percent(high, 1)}`,
      previous === null ? '—' : percent(previous.numerator, previous.denominator),
      change === undefined ? '—' : t(`change.${change.way}`, { points: change.points }),
    ]
  }
}
