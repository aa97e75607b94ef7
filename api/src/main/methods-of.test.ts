import { expect, test } from 'vitest'
import { methodsOf } from './methods-of.ts'
import { routes } from './routes.ts'

test('what may be done at a path is told for paths that exist, whatever stands for their ids', () => {
  const methodsAt = methodsOf('/api/v1', routes)
  expect(methodsAt('/api/v1/session')).toEqual(['DELETE', 'GET', 'HEAD', 'POST'])
  expect(methodsAt('/api/v1/needs/019a9f3c-6c00-7000-8000-000000000001/answer')).toEqual(['POST'])
  expect([methodsAt('/api/v1/nowhere'), methodsAt('/session')]).toEqual([[], []])
})
