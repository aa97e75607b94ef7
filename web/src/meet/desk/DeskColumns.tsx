import { useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { TabLinks } from '../../platform/ui/table/TabLinks.tsx'
import type { DeskPlace } from './desk.queries.ts'
import { DeskDialogs, type Doing } from './DeskDialogs.tsx'
import { DraftColumn } from './build/DraftColumn.tsx'
import { HandColumn } from './HandColumn.tsx'
import { SelectionBar } from './waiting/SelectionBar.tsx'
import { type DeskLists, useDeskLists } from './use-desk-lists.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { useSelection } from './waiting/use-selection.ts'
import { WaitingColumn } from './waiting/WaitingColumn.tsx'

const none: readonly NeedView[] = []

export function DeskColumns({ desk, onHelp }: { desk: DeskPlace; onHelp: () => void }) {
  const { column = 'waiting' } = useSearch({ from: '/signed-in/desk' })
  const lists = useDeskLists(desk)
  const needs = lists.waiting.data?.pages.flatMap(({ items }) => items) ?? none
  const selection = useSelection(needs)
  const { doing, setDoing, close } = useDoing()
  useDeskKeys({ needs, selection, onDo: setDoing, onHelp })
  return (
    <>
      <DeskTabs lists={lists} />
      <div className="desk__columns" data-face={column}>
        <WaitingColumn list={lists.waiting} needs={needs} selection={selection} onDo={setDoing} />
        <DraftColumn list={lists.drafts} />
        <HandColumn list={lists.hand} desk={desk} />
      </div>
      <SelectionBar selection={selection} onDo={setDoing} />
      <DeskDialogs doing={doing} selection={selection} onClose={close} />
    </>
  )
}

/** What is being done, and where the keyboard goes on afterwards. */
function useDoing() {
  const [doing, setDoing] = useState<Doing>()
  const opener = useRef<Element>(null)
  return {
    doing,
    setDoing: (next: Doing) => {
      opener.current = document.activeElement
      setDoing(next)
    },
    close: () => {
      setDoing(undefined)
      requestAnimationFrame(() => opener.current instanceof HTMLElement && opener.current.focus())
    },
  }
}

/** Three columns become three faces where the screen is narrow. */
function DeskTabs({ lists }: { lists: DeskLists }) {
  const { t } = useTranslation('desk')
  const { column: _column, ...search } = useSearch({ from: '/signed-in/desk' })
  const faces = ['waiting', 'drafts', 'hand'] as const
  const items = faces.map((face) => ({
    to: '/desk' as const,
    search: face === 'waiting' ? search : { ...search, column: face },
    label: t(`column.${face}`),
    count: lists[face].data?.pages[0]?.total ?? undefined,
  }))
  return (
    <div className="desk__tabs">
      <TabLinks label={t('columns')} items={items} />
    </div>
  )
}
