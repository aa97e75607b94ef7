import { useTranslation } from 'react-i18next'
import { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { Checkbox, Select, TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import type { ItemProps } from './item-props.ts'
import { WhenFields } from './WhenFields.tsx'

export type ItemAct = 'text' | 'up' | 'down' | 'remove'

interface Props extends ItemProps {
  readonly onMove: (to: number, by: ItemAct) => void
  readonly onRemove: () => void
}

/** One item: its words, how it is answered, and when it appears. */
export function ItemEditor({ onMove, onRemove, ...props }: Props) {
  const { t } = useTranslation('checklists')
  const { draft, at, item, onItem } = props
  return (
    <li data-code={item.code}>
      <fieldset className="checklist__card">
        <legend className="sr-only">{t('item.nth', { n: at + 1 })}</legend>
        <div className="row row--apart">
          <b aria-hidden="true">{t('item.nth', { n: at + 1 })}</b>
          <ItemActs at={at} last={draft.values.items.length - 1} onMove={onMove} onRemove={onRemove} />
        </div>
        <div data-act="text">
          <Field draft={draft} name={`items.${at}.text`} label={t('item.text')}>
            {(control) => (
              <TextArea
                {...control}
                rows={1}
                value={item.text}
                onValue={(text) => onItem({ ...item, text }, `items.${at}.text`)}
              />
            )}
          </Field>
        </div>
        <div className="checklist__how">
          <KindField {...props} />
          <div className="checklist__marks">
            <Checkbox checked={item.required} onChecked={(required) => onItem({ ...item, required })}>
              {t('required')}
            </Checkbox>
            <Checkbox checked={item.evidence} onChecked={(evidence) => onItem({ ...item, evidence })}>
              {t('evidence')}
            </Checkbox>
          </div>
        </div>
        <WhenFields {...props} />
      </fieldset>
    </li>
  )
}

function KindField({ draft, at, item, onItem }: ItemProps) {
  const { t } = useTranslation('checklists')
  const choose = (value: string) => {
    const kind = ChecklistItem.shape.kind.safeParse(value).data
    if (kind !== undefined) onItem({ ...item, kind })
  }
  return (
    <Field draft={draft} name={`items.${at}.kind`} label={t('item.kind')}>
      {(control) => (
        <Select
          {...control}
          value={item.kind}
          onValue={choose}
          options={ChecklistItem.shape.kind.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      )}
    </Field>
  )
}

interface ActsProps extends Pick<Props, 'onMove' | 'onRemove'> {
  readonly at: number
  readonly last: number
}

function ItemActs({ at, last, onMove, onRemove }: ActsProps) {
  const { t } = useTranslation('checklists')
  const n = at + 1
  return (
    <span className="checklist__acts">
      <span data-act="up">
        <ActionButton
          action={act(() => onMove(at - 1, 'up'))}
          kind="plain"
          icon="up"
          label={t('item.up', { n })}
          reasonAs="tip"
          disabledReason={at === 0 ? t('item.isFirst') : undefined}
        >
          <span className="checklist__word">{t('item.up.short')}</span>
        </ActionButton>
      </span>
      <span data-act="down">
        <ActionButton
          action={act(() => onMove(at + 1, 'down'))}
          kind="plain"
          icon="down"
          label={t('item.down', { n })}
          reasonAs="tip"
          disabledReason={at === last ? t('item.isLast') : undefined}
        >
          <span className="checklist__word">{t('item.down.short')}</span>
        </ActionButton>
      </span>
      <span data-act="remove">
        <ActionButton action={act(onRemove)} kind="plain" icon="close" label={t('item.remove', { n })}>
          <span className="checklist__word">{t('item.remove.short')}</span>
        </ActionButton>
      </span>
    </span>
  )
}
