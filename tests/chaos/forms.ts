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
    claims: { attempts: 1_000, processes: 2, clientsEach: 40, kills: 2, terminations: 4, crashes: 1, withinMs: 90_000 },
    fuzz: 2_000,
  },
  full: {
    connections: 400,
    scene: { members: 500, orders: 400 },
    claims: {
      attempts: 10_000,
      processes: 8,
      clientsEach: 32,
      kills: 16,
      terminations: 24,
      crashes: 1,
      withinMs: 600_000,
    },
    fuzz: 20_000,
  },
}
