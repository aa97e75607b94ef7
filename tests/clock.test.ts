import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Whoever asks the machine for the time goes by the real one, and not by the one a demo is shown at. */
const asksTheMachine = /\bDate\.now\(|new Date\(\)/
const asksTheDatabase =
  /(?<![.\w])(now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|\bcurrent_(date|timestamp)\b/i

const sourcesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)mocks\//.test(path))
    .map((path) => join(folder, path))
const askers = (folder: string, question: RegExp) =>
  sourcesIn(folder)
    .filter((path) =>
      question.test(readFileSync(join(root, path), 'utf8').replaceAll(/deps\.now\(\)|\bthis\.#now\(\)/g, '')),
    )
    .toSorted()

test('every page asks one clock', () => {
  expect(askers('web/src', asksTheMachine)).toEqual(['web/src/platform/api/clock.ts'])
})

// Patience, the age of files and processes (as all of db/src/embedded), and ids, which tell when they were made.
const byTheMachine = [
  'api/src/main/clock/played-time.ts', // from which a played time is reckoned
  'api/src/main/config.ts',
  'api/src/main/make-deps.ts', // which makes the clock
  'api/src/main/process/door.ts',
  'api/src/platform/attachments/disk-storage.ts', // where no clock is given
  'db/src/cli/verify-events.ts',
]

test('the server asks the clock it is given, but for a few that have to do with the machine', () => {
  const found = [...askers('api/src', asksTheMachine), ...askers('db/src', asksTheMachine)]
  expect(found.filter((path) => !path.startsWith('db/src/embedded/'))).toEqual(byTheMachine)
})

test('no statement asks the database for the time: a transaction brings its own', () => {
  expect(askers('db/src', asksTheDatabase)).toEqual(['db/src/lanes/transaction.ts'])
})
