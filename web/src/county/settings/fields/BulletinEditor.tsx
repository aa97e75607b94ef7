import { useTranslation } from 'react-i18next'
import type { BulletinOffice } from '@dj/shared/county/settings/bulletin-office.schema.ts'
import { TextArea, TextInput } from '../../../platform/form/controls.tsx'
import { Field } from '../../../platform/form/Field.tsx'
import type { Faults } from '../../../platform/form/use-draft.ts'
import { GroupHead } from './GroupHead.tsx'

/** The issuing offices as the controls hold them: lists one a line, nothing as an empty text. */
export type BulletinDraft = { readonly [Name in keyof BulletinOffice]: string }

export const toBulletinDraft = ({ issuers, mark, addressees, copies, printer }: BulletinOffice): BulletinDraft => ({
  ...{ issuers: issuers.join('\n'), mark: mark ?? '', addressees, copies: copies.join('\n'), printer: printer ?? '' },
})
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
export const toBulletin = ({ issuers, mark, addressees, copies, printer }: BulletinDraft) => ({
  issuers: lines(issuers),
  mark: mark.trim() || null,
  addressees: addressees.trim(),
  copies: lines(copies),
  printer: printer.trim() || null,
})

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  readonly value: BulletinDraft
  readonly onValue: (value: BulletinDraft, path: string) => void
}

const names = ['issuers', 'mark', 'addressees', 'copies', 'printer'] as const
const hinted = ['issuers', 'mark', 'copies'] as const

/** Whose paper the 通报 is, and to whom it goes. */
export function BulletinEditor({ draft, value, onValue }: Props) {
  const { t } = useTranslation('settings')
  return (
    <section className="settings__group settings__plan">
      <GroupHead group="bulletin" />
      <p className="quiet">{t('bulletin.hint')}</p>
      {names.map((name) => {
        const path = `settings.bulletin.${name}`
        const Control = name === 'issuers' || name === 'copies' ? TextArea : TextInput
        const hint = hinted.find((each) => each === name)
        return (
          <Field
            key={name}
            draft={draft}
            name={path}
            label={t(`bulletin.${name}`)}
            {...(hint && { hint: t(`bulletin.${hint}.hint`) })}
            {...(name !== 'addressees' && { optional: true })}
          >
            {(control) => (
              <Control
                {...control}
                value={value[name]}
                onValue={(typed) => onValue({ ...value, [name]: typed }, path)}
              />
            )}
          </Field>
        )
      })}
    </section>
  )
}

/** The same for those who may not change it. */
export function BulletinRead({ office }: { office: BulletinOffice }) {
  const { t } = useTranslation('settings')
  const said = toBulletinDraft(office)
  const given = names.filter((name) => said[name] !== '')
  return (
    <section className="settings__group">
      <GroupHead group="bulletin" />
      <dl>
        {given.map((name) => (
          <div key={name} className="setting">
            <dt>{t(`bulletin.${name}`)}</dt>
            <dd className="setting__value">{said[name].replaceAll('\n', '、')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
