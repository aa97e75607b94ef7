import { useTranslation } from 'react-i18next'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'

const keys = [
  ['j', 'k'],
  ['h', 'l'],
  ['Enter'],
  ['x'],
  ['b'],
  ['m'],
  ['a'],
  ['d'],
  ['e'],
  ['p'],
  ['Esc'],
  ['?'],
] as const

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('desk')
  return (
    <Dialog open={open} title={t('keys.title')} onClose={onClose}>
      <dl className="keys">
        {keys.map((each) => (
          <div key={each[0]}>
            <dt>
              {each.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${each[0]}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
