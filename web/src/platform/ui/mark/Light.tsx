import { useTranslation } from 'react-i18next'
import type { LightColour } from '@dj/shared/platform/light-colour.ts'

const shapes = {
  green: <circle cx="5" cy="5" r="5" />,
  yellow: <path d="M5 0 10 10H0Z" />,
  red: <rect width="10" height="10" />,
} satisfies Record<LightColour, React.JSX.Element>

/** The traffic light as shape, colour and word: ● 正常 ▲ 临期 ■ 超期. */
export function Light({ colour, children }: { colour: LightColour; children?: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <span className={`light light--${colour}`}>
      <svg className="light__shape" viewBox="0 0 10 10" aria-hidden="true" data-shape={colour}>
        {shapes[colour]}
      </svg>
      {children ?? t(`light.${colour}`)}
    </span>
  )
}
