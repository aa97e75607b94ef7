import { useTranslation } from 'react-i18next'
import type { Hotline } from '@dj/shared/county/settings/hotline.schema.ts'
import { TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { Faults } from '../../../platform/form/use-draft.ts'
import { GroupHead } from './GroupHead.tsx'

/** The hotline as its controls hold it; no number is no hotline. */
export interface HotlineDraft {
  readonly telephone: string
  readonly hours: string
}
export const toHotlineDraft = (hotline: Hotline | null): HotlineDraft => ({
  telephone: hotline?.telephone ?? '',
  hours: hotline?.hours ?? '',
})
export function toHotline({ telephone, hours }: HotlineDraft) {
  const number = telephone.normalize('NFKC').replaceAll(/\s/g, '')
  const when = hours.trim()
  return number === '' && when === '' ? null : { telephone: number, hours: when === '' ? null : when }
}

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly value: HotlineDraft
  readonly onValue: (value: HotlineDraft, path: string) => void
}

const path = 'settings.hotline'

/** The number that sign-in, the public pages and the posters show. */
export function HotlineEditor({ draft, value, onValue }: Props) {
  const { t } = useTranslation('settings')
  return (
    <section className="settings__group settings__plan">
      <GroupHead group="hotline" />
      <p className="quiet">{t('hotline.hint')}</p>
      <Field draft={draft} name={`${path}.telephone`} label={t('hotline.telephone')} optional>
        {(control) => (
          <TextInput
            {...control}
            type="tel"
            value={value.telephone}
            onValue={(telephone) => onValue({ ...value, telephone }, `${path}.telephone`)}
            placeholder="0577-12345678"
          />
        )}
      </Field>
      <Field draft={draft} name={`${path}.hours`} label={t('hotline.hours')} hint={t('hotline.hours.hint')} optional>
        {(control) => (
          <TextInput
            {...control}
            value={value.hours}
            onValue={(hours) => onValue({ ...value, hours }, `${path}.hours`)}
          />
        )}
      </Field>
    </section>
  )
}

/** The same for those who may not change it. */
export function HotlineRead({ hotline }: { hotline: Hotline | null }) {
  const { t } = useTranslation('settings')
  return (
    <section className="settings__group">
      <GroupHead group="hotline" />
      <p>
        {hotline === null ? (
          t('hotline.none')
        ) : (
          <>
            <b>{hotline.telephone}</b> {hotline.hours}
          </>
        )}
      </p>
    </section>
  )
}
