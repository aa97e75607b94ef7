import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { refuseOpenDemo } from './open-demo.ts'

const opens = (env: Record<string, string>) =>
  refuseOpenDemo(readConfig(env, { terminal: false })).then(
    () => true,
    () => false,
  )

test('a demo that others can reach does not open with a password to guess', async () => {
  const strong = 'ruo-cheng-7-yan-xi'
  for (const weak of ['demo', '1234567890', 'aaaaaaaaaa', 'password12', 'member1member1']) {
    expect(await opens({ HOST: '0.0.0.0', DEMO_PASSWORD: weak })).toBe(false)
    expect(await opens({ PUBLIC_URL: 'https://demo.example.cn', DEMO_PASSWORD: weak })).toBe(false)
    expect(await opens({ DEMO_PASSWORD: weak })).toBe(true)
    expect(await opens({ HOST: '0.0.0.0', DEMO_PASSWORD: weak, DEMO: '0' })).toBe(true)
  }
  expect(await opens({ HOST: '0.0.0.0', DEMO_PASSWORD: strong })).toBe(true)
  expect(await opens({ HOST: '0.0.0.0' })).toBe(true)
})
