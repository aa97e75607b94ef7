import type { problem as zh } from '../zh-CN/problem.ts'
import type { Translation } from '../translation.ts'

export const problem = {
  'network.offline': 'We cannot reach the server. What you typed is kept; check your network and try again.',
  'network.bad_reply': 'The server’s reply made no sense; reload the page and try again.',
  'session.missing': 'Please sign in first',
  'session.wrong_credentials': 'Account or password is wrong; check both and try again',
  'session.throttled': 'Too many attempts; please wait and try again',
  not_found: 'Not found, or outside your scope',
  forbidden: 'You may not do this',
  internal: 'The system failed. What you have submitted is safe; please try again later.',
  'request.invalid': 'Something needs changing; see the marked places',
  'request.stale': 'Somebody has just changed this; reload before you edit',
  'request.too_large': 'That is too large to submit',
  'request.csrf': 'We could not tell where the request came from; reload the page and try again',
  'idempotency.in_flight': 'Your last submission is still being processed; look again in a moment',
} satisfies Translation<typeof zh>
