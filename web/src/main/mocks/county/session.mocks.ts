import { http, HttpResponse } from 'msw'
import { SignIn } from '@dj/shared/county/people/session.schema.ts'
import { refuse } from '../refuse.ts'
import { demoPassword, type World } from '../world.ts'

export const sessionHandlers = (world: World) => [
  http.get('*/api/v1/session', () => (world.me === undefined ? refuse('auth.required') : HttpResponse.json(world.me))),
  http.post('*/api/v1/session', async ({ request }) => {
    const input = SignIn.safeParse(await request.json())
    const account =
      input.success && input.data.password === demoPassword ? world.accounts[input.data.username] : undefined
    if (account === undefined) return refuse('auth.wrong_credentials')
    world.me = account
    return HttpResponse.json(account)
  }),
  http.delete('*/api/v1/session', () => {
    world.me = undefined
    return new HttpResponse(null, { status: 204 })
  }),
]
