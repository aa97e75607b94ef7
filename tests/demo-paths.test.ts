import { expect, test } from 'vitest'
import { routes } from '@dj/api/main/routes.ts'
import { handlers } from '@dj/web/main/mocks/handlers.ts'
import { createWorld } from '@dj/web/main/mocks/world.ts'

const real = routes.map(({ spec: { method, path } }) => `${method.toUpperCase()} ${path}`)
const mocked = handlers(createWorld())
  .filter(({ info }) => typeof info.method === 'string')
  .map(({ info: { method, path } }) => `${String(method)} ${String(path).replace('*/api/v1', '')}`)

/** A parameter of a mock stands for any one part of an address. */
const covers = (mock: string, operation: string) => new RegExp(`^${mock.replaceAll(/:\w+/g, '[^/]+')}$`).test(operation)

test('the mocks of component tests answer nothing that the api has not', () => {
  expect(mocked.length).toBeGreaterThan(50)
  expect(mocked.filter((mock) => !real.some((operation) => covers(mock, operation)))).toEqual([])
})
