import { shell } from './shell.ts'
import { domain } from './domain.ts'
import { session } from './county/session.ts'
import { door } from './county/door.ts'
import { me } from './county/me.ts'
import { work } from './meet/work.ts'
import { orders } from './build/orders.ts'
import { claims } from './claim/claims.ts'
import { talks } from './claim/talks.ts'
import { events } from './events.ts'
import { needs } from './collect/needs.ts'

/** What the house and the list of orders say; the rest is in `rooms.ts`. */
export const zhCN = {
  shell,
  domain,
  session,
  door,
  me,
  work,
  orders,
  claims,
  talks,
  events,
  needs,
}
