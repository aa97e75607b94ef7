import { expect, test } from 'vitest'
import { routes } from '@dj/api/main/routes.ts'
import { handlers } from '@dj/web/main/mocks/handlers.ts'
import { createWorld } from '@dj/web/main/mocks/world.ts'

/** A file the browser fetches by itself: the demo has no server to make it. */
const downloads = ['GET /needs/import/template']

const real = routes.map(({ spec: { method, path } }) => `${method.toUpperCase()} ${path}`)
const mocked = handlers(createWorld())
  .filter(({ info }) => typeof info.method === 'string')
  .map(({ info: { method, path } }) => `${String(method)} ${String(path).replace('*/api/v1', '')}`)

/** A parameter of a mock stands for any one part of an address. */
const covers = (mock: string, operation: string) => new RegExp(`^${mock.replaceAll(/:\w+/g, '[^/]+')}$`).test(operation)

test('the demo answers every operation of the api, and none that the api has not', () => {
  const silent = real.filter((operation) => !mocked.some((mock) => covers(mock, operation)))
  const invented = mocked.filter((mock) => !real.some((operation) => covers(mock, operation)))
  expect({ silent, invented }).toEqual({ silent: downloads, invented: [] })
})
