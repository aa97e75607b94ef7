import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'postgresql', schema: './db/src/tables/**/*.table.ts', out: './db/migrations' })
