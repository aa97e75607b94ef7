import { defineConfig } from 'vitest/config'

// One runner for everything. Projects differ only in what they need: nothing, a DOM, PostgreSQL, a browser.
export default defineConfig({
  test: {
    reporters: ['default', './tests/support/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          // Nothing here is slow; the limit only ends what hangs, also on a machine that is busy elsewhere.
          testTimeout: 60_000,
          include: ['{shared,db,api,tests}/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'web',
          testTimeout: 60_000,
          include: ['web/src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['./web/src/main/test-setup.ts'],
        },
      },
      {
        test: {
          name: 'pg',
          include: ['{db,api,tests}/**/*.pg.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['./tests/support/postgres.global.ts'],
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.e2e.ts'],
          globalSetup: ['./tests/support/postgres.global.ts', './tests/support/client.global.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
