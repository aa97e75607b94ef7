import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { loadRooms } from '../platform/i18n/language.ts'
import { startI18n } from '../platform/i18n/index.ts'
import { server } from './mocks/server.ts'

class SilentStream extends EventTarget {
  close(): void {}
}

// Pages are fetched when somebody goes there; on a busy machine that takes more than the second usually allowed.
configure({ asyncUtilTimeout: 5_000 })

beforeAll(async () => {
  vi.stubGlobal('EventSource', SilentStream)
  await startI18n('zh-CN')
  await loadRooms()
  server.listen({ onUnhandledFrame: 'error' })
})
beforeEach(() => localStorage.clear())
afterEach(cleanup)
afterAll(() => server.close())
