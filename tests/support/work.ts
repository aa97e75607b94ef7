import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import type { Person, World } from './world.ts'

/** What waits for somebody, but for next year's calendar, which in every world's November waits for all who may enter it. */
export const workOf = async (world: World, who: Person): Promise<WorkView['items']> => {
  const { items } = (await world.as(who).get('/work')).as(WorkView)
  return items.filter(({ kind }) => kind !== 'calendar.enter')
}

/** The kinds of it, without what the main loop asks. */
export const kindsOf = async (world: World, who: Person): Promise<string[]> =>
  (await workOf(world, who)).map(({ kind }) => kind).filter((kind) => !/^(order|need|claim|delivery)\./.test(kind))
