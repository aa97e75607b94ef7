import { expect, test } from 'vitest'
import { BadSettings, readConfig } from './config.ts'

const read = (env: Record<string, string>, terminal = false) => readConfig(env, { terminal })

test('nothing needs to be set: this machine only, an embedded database, the demo', () => {
  expect(read({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: '.data',
    databaseUrl: undefined,
    demo: true,
    demoPassword: undefined,
    demoClock: undefined,
    headsFile: '.data/chain-heads.txt',
    logLevel: 'info',
    trustProxy: false,
    publicUrl: undefined,
    tls: false,
    metricsToken: undefined,
    authSecret: undefined,
    apiOnly: false,
  })
})

test('an empty variable counts as not set', () => {
  expect(read({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(read({}))
})

test('on a terminal the address stays in sight, unless the log is asked for', () => {
  expect(read({}, true).logLevel).toBe('warn')
  expect(read({ LOG_LEVEL: 'debug' }, true).logLevel).toBe('debug')
})

test('a public address with https means TLS', () => {
  expect(read({ PUBLIC_URL: 'https://dj.example.gov.cn' }).tls).toBe(true)
  expect(read({ PUBLIC_URL: 'http://10.0.0.8:3000' }).tls).toBe(false)
})

test.each([
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['DEMO', 'perhaps'],
  ['DEMO_CLOCK', 'tomorrow'],
  ['DEMO_CLOCK', '+99999d'],
  ['DATABASE_URL', 'mysql://db/x'],
  ['PUBLIC_URL', 'dj.example.gov.cn'],
  ['LOG_LEVEL', 'loud'],
  ['METRICS_TOKEN', 'short'],
  ['AUTH_SECRET', 'short'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(BadSettings)
  expect(() => read({ [name]: value })).toThrow(name)
})

test('the time of a demo is read, and is for a demo only', () => {
  expect(read({ DEMO_CLOCK: '+34d' }).demoClock).toEqual({ aheadMs: 34 * 86_400_000 })
  expect(() => read({ DEMO: '0', DEMO_CLOCK: '+34d' })).toThrow('only with DEMO=1')
})
