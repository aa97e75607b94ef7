import { expect, test } from 'vitest'
import { noticeIds } from './rectifications.seed.ts'
import { startWorld } from '../server.ts'

test('whoever stands above calls for a notice, once a day', async () => {
  const world = startWorld()
  const nudge = async (who: string): Promise<unknown> => {
    world.me = world.accounts[who]
    const address = new URL(`/api/v1/rectifications/${noticeIds.green}/nudges`, location.origin)
    return (await fetch(address, { method: 'POST', body: '{}' })).json()
  }
  expect(await nudge('secretary1')).toMatchObject({ code: 'auth.forbidden' })
  expect(await nudge('town1')).toMatchObject({ nudges: { count: 1 }, may: { nudge: 'rectification.nudged_today' } })
  expect(await nudge('county1')).toMatchObject({ code: 'rectification.nudged_today' })
})
