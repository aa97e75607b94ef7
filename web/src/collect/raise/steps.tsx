import { useTranslation } from 'react-i18next'
import { RaiseNeedOpenly, RequesterKind, Urgency } from '@dj/shared/collect/need/need.schema.ts'
import { useCategoryName } from '../../county/settings/settings.queries.ts'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { Select, TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { categoriesFor, namedBy } from './categories.ts'
import { ContactStep } from './ContactStep.tsx'
import { SimilarVoices } from '../needs/form/SimilarVoices.tsx'
import { PhotosStep } from './PhotosStep.tsx'
import type { Raise, StepName } from './raise.ts'
import { Step, useStep } from './Step.tsx'

interface Props {
  readonly raise: Raise
}

const words = RaiseNeedOpenly.pick({ body: true })
function WordsStep({ raise }: Props) {
  const { t } = useTranslation('raise')
  const draft = useStep(raise, words, ['body'])
  return (
    <Step raise={raise} draft={draft} title={t('words.title')}>
      <Field draft={draft} name="body" label={t('words.label')} hint={t('words.hint')}>
        {(control) => (
          <TextArea {...control} rows={6} value={draft.values.body} onValue={(value) => draft.set('body', value)} />
        )}
      </Field>
      {raise.photos !== undefined && <SimilarVoices body={draft.values.body} />}
    </Step>
  )
}

const kind = RaiseNeedOpenly.pick({ requesterKind: true })
function KindStep({ raise }: Props) {
  const { t } = useTranslation('raise')
  const draft = useStep(raise, kind, ['requesterKind'])
  return (
    <Step raise={raise} draft={draft} title={t('kind.title')}>
      <ChoiceField
        draft={draft}
        name="requesterKind"
        legend={t('kind.title')}
        value={draft.values.requesterKind}
        onValue={(value) => draft.set('requesterKind', value)}
        options={RequesterKind.options.toReversed().map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
    </Step>
  )
}

const category = RaiseNeedOpenly.pick({ category: true })
function CategoryStep({ raise }: Props) {
  const { t, i18n } = useTranslation('raise')
  const draft = useStep(raise, category, ['category'])
  const nameOf = useCategoryName(namedBy(raise))
  const hintOf = (code: string) =>
    i18n.exists(`raise:category.${code}`) ? { hint: t(`category.${code}` as 'category.other') } : {}
  return (
    <Step raise={raise} draft={draft} title={t('category.title')}>
      <ChoiceField
        draft={draft}
        name="category"
        legend={t('category.title')}
        value={draft.values.category}
        onValue={(value) => draft.set('category', value)}
        options={categoriesFor(raise).map((value) => ({ value, label: nameOf(value), ...hintOf(value) }))}
      />
    </Step>
  )
}

const urgency = RaiseNeedOpenly.pick({ urgency: true }).extend({ urgency: Urgency })
function UrgencyStep({ raise }: Props) {
  const { t } = useTranslation('raise')
  const draft = useStep(raise, urgency, ['urgency'])
  return (
    <Step raise={raise} draft={draft} title={t('urgency.title')}>
      <ChoiceField
        draft={draft}
        name="urgency"
        legend={t('urgency.title')}
        value={draft.values.urgency}
        onValue={(value) => draft.set('urgency', value)}
        options={Urgency.options.toReversed().map((value) => ({
          value,
          label: t(`urgency.${value}`),
          hint: t(`urgency.${value}.hint`),
        }))}
      />
    </Step>
  )
}

const town = RaiseNeedOpenly.pick({ townId: true })
function TownStep({ raise }: Props) {
  const { t } = useTranslation('raise')
  const draft = useStep(raise, town, ['townId'])
  return (
    <Step raise={raise} draft={draft} title={t('town.title')}>
      <Field draft={draft} name="townId" label={t('town.label')} hint={t('town.hint')}>
        {(control) => (
          <Select
            {...control}
            value={draft.values.townId}
            onValue={(value) => draft.set('townId', value)}
            empty={t('town.unknown')}
            options={raise.county.towns.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
    </Step>
  )
}

export const stepOf = {
  words: WordsStep,
  kind: KindStep,
  category: CategoryStep,
  urgency: UrgencyStep,
  town: TownStep,
  contact: ContactStep,
  photos: PhotosStep,
} satisfies Record<StepName, (props: Props) => React.ReactNode>
