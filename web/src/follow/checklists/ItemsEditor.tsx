import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChecklistItem } from '@dj/shared/follow/finding/checklist-item.schema.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { moved, putBack, withNewItem, withoutItem } from './checklist-draft.ts'
import type { ChecklistForming } from './use-checklist-draft.ts'
import { ItemEditor, type ItemAct } from './ItemEditor.tsx'

interface Props {
  readonly draft: ChecklistForming
}

/** All items in their order; the focus stays with the item that is moved, added or put back. */
export function ItemsEditor({ draft }: Props) {
  const { t } = useTranslation('checklists')
  const { list, said, follow } = useFollow()
  const { items, removed } = draft.values
  const set = useReshape(draft)
  const move = (at: number, to: number, by: ItemAct) => {
    set(moved(items, at, to))
    follow(items[at]?.code, by, t('item.moved', { n: to + 1 }))
  }
  const remove = (at: number) => {
    const left = withoutItem(draft.values, at)
    set(left.items, left.removed)
    const next = left.items[Math.min(at, left.items.length - 1)]
    follow(next?.code, 'remove', t('item.removed'))
  }
  const add = () => {
    const longer = withNewItem(draft.values)
    set(longer)
    follow(longer.at(-1)?.code, 'text', t('item.added', { n: longer.length }))
  }
  const restore = (code: string) => {
    const whole = putBack(draft.values, code)
    set(whole.items, whole.removed)
    follow(code, 'text', t('item.back'))
  }
  return (
    <section className="stack" aria-labelledby="checklist-items">
      <h2 id="checklist-items">{t('count', { count: items.length })}</h2>
      <ol className="checklist__editor" ref={list}>
        {items.map((item, at) => (
          <ItemEditor
            key={item.code}
            draft={draft}
            at={at}
            item={item}
            onItem={(next, path) => draft.set('items', items.with(at, next), path)}
            onMove={(to, by) => move(at, to, by)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      <ActionButton action={act(add)} icon="plus">
        {t('item.add')}
      </ActionButton>
      <Removed items={removed.map(({ item }) => item)} onBack={restore} />
      <output className="sr-only">{said}</output>
    </section>
  )
}

/** A fault stands at a place in the list: once the list is another, it is said anew when saving. */
function useReshape(draft: ChecklistForming) {
  return (items: ChecklistItem[], removed = draft.values.removed) => {
    draft.set('removed', removed)
    for (const path of ['items', ...draft.faults.keys()]) draft.set('items', items, path)
  }
}

function useFollow() {
  const list = useRef<HTMLOListElement>(null)
  const [target, setTarget] = useState<{ place: string; said: string }>()
  useEffect(() => {
    if (target === undefined) return
    list.current?.querySelector<HTMLElement>(`${target.place} :is(button, textarea)`)?.focus()
  }, [target])
  const follow = (code: string | undefined, by: ItemAct, said: string) =>
    setTarget({ place: `[data-code="${code ?? ''}"] [data-act="${by}"]`, said })
  return { list, said: target?.said ?? '', follow }
}

interface RemovedProps {
  readonly items: readonly ChecklistItem[]
  readonly onBack: (code: string) => void
}

function Removed({ items, onBack }: RemovedProps) {
  const { t } = useTranslation('checklists')
  if (items.length === 0) return null
  return (
    <div className="checklist__removed">
      <h3>{t('removed')}</h3>
      <ul>
        {items.map(({ code, text }) => {
          const name = text.trim() === '' ? t('item.blank') : text
          return (
            <li key={code} className="row">
              <s>{name}</s>
              <ActionButton action={act(() => onBack(code))} kind="plain" label={t('removed.back.label', { name })}>
                {t('removed.back')}
              </ActionButton>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
