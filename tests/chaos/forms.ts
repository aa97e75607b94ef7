import type { Wish } from './run.ts'

interface Form {
  /** What PostgreSQL must have room for: about thirty for each process. */
  connections: number
  scene: { members: number; orders: number }
  claims: Omit<Wish, 'name' | 'seed'>
  fuzz: number
}

/** How much chaos: in every test run, and when there is time. */
export const forms: Record<'quick' | 'full', Form> = {
  quick: {
    connections: 150,
    scene: { members: 500, orders: 250 },
    claims: {
      attempts: 1_000,
      processes: 2,
      clientsEach: 40,
      acts: { 'kill -9': 1, SIGTERM: 1, SIGSTOP: 1, 'clock step': 1, backends: 3, crash: 1, 'full disk': 1 },
      withinMs: 90_000,
    },
    fuzz: 2_000,
  },
  full: {
    connections: 400,
    scene: { members: 500, orders: 400 },
    claims: {
      attempts: 10_000,
      processes: 8,
      clientsEach: 32,
      acts: {
        'kill -9': 12,
        SIGTERM: 4,
        SIGSTOP: 4,
        'clock step': 8,
        'slow line': 3,
        'half-open': 3,
        backends: 24,
        crash: 1,
        'postmaster killed': 1,
        'slow disk': 2,
        'full disk': 2,
      },
      withinMs: 600_000,
    },
    fuzz: 20_000,
  },
}
