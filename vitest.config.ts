import { defineConfig } from 'vitest/config'

// One runner for everything. Projects differ only in what they need: nothing, a DOM, PostgreSQL, a browser.
export default defineConfig({
  test: {
    // All cores: on a small machine the default of one less leaves half of it idle.
    maxWorkers: '100%',
    // Where it says `isolate: false`, files share a process: loading the program anew for each cost more than its tests.
    reporters: ['default', './tests/support/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          // Nothing here is slow; the limit only ends what hangs, also on a machine that is busy elsewhere.
          testTimeout: 60_000,
          include: ['{shared,db,api,tests}/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', '**/node_modules/**'],
          isolate: false,
        },
      },
      {
        test: {
          name: 'web',
          testTimeout: 60_000,
          include: ['web/src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['./web/src/main/test-setup.ts'],
          isolate: false,
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
          isolate: false,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.e2e.ts'],
          globalSetup: ['./tests/support/postgres.global.ts', './tests/support/client.global.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A browser waits half of its time: two journeys keep two cores busy, and have the machine to themselves.
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
