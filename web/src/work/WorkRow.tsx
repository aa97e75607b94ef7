import { Link } from '@tanstack/react-router'
import type { WorkItem } from '@dj/shared/work/work.schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { Deadline } from './Deadline.tsx'
import { Waited } from './Waited.tsx'
import { placeOf } from './work-groups.ts'

export function WorkRow({ item }: { item: WorkItem }) {
  return (
    <li className="work-row">
      <Link {...placeOf(item)} className="work-row__title">
        {item.title}
      </Link>
      <span className="work-row__since">
        <Waited since={item.since} />
      </span>
      <span className="work-row__due">{item.dueAt === null ? '' : <Deadline at={item.dueAt} />}</span>
      <Icon name="forward" size={16} />
    </li>
  )
}
