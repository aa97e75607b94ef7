import type { TFunction } from 'i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'

/** How the value is to be typed: in the notation announced for it. */
export const valueHint = (t: TFunction<'rounds'>, { publicValueNotation: notation }: RoundView): string =>
  notation === null ? t('value.hint') : t('value.inNotation', { notation })
