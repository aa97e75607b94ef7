import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const packages = ['shared', 'db', 'api', 'web', 'tests'] as const
type Package = (typeof packages)[number]

interface Import {
  from: string
  to: string
  /** Gone at run time. */
  typeOnly: boolean
}

const sources = packages.flatMap((name) =>
  readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
    .map((path) => join(name, path)),
)

const statement =
  /(?:^|\n)\s*(?:import|export)\s(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g
const specifiers = (text: string) =>
  [...text.matchAll(statement)].map((match) => ({
    to: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  }))

/** Where an import leads: a file of ours as `package/…`, or the name of a library. */
function resolved(from: string, to: string): string {
  if (to.startsWith('.')) return relative(root, resolve(root, from, '..', to.replace(/\?.*$/, '')))
  const own = /^@dj\/(shared|db|api|web)\/(.+)$/.exec(to)
  if (own) return `${own[1]}/src/${own[2]}`
  return to.startsWith('@dj/tests/') ? to.replace('@dj/tests/', 'tests/') : to
}

const imports: Import[] = sources.flatMap((from) =>
  specifiers(readFileSync(join(root, from), 'utf8')).map(({ to, typeOnly }) => ({
    from,
    to: resolved(from, to),
    typeOnly,
  })),
)
const isOurs = (path: string) => packages.some((name) => path.startsWith(`${name}/`))
const packageOf = (path: string): Package | undefined => packages.find((name) => path.startsWith(`${name}/`))
const isTest = (path: string) => /\.(test|e2e)\.tsx?$/.test(path)
const said = (list: readonly Import[]) => list.map(({ from, to }) => `${from} → ${to}`)

/** Bottom to top. A wing imports only from wings below it and from itself, type-only imports included. */
const wings = ['platform', 'county', 'build', 'collect', 'claim', 'exit', 'follow', 'beside', 'meet', 'main'] as const
/** How high a file stands; undefined outside the wings. What joins the wings (`shared/src/problem.ts`, `policy.ts`) stands outside. */
function heightOf(path: string): number | undefined {
  const wing = /^(?:shared\/src|db\/src\/(?:tables|queries)|api\/src|web\/src)\/([^/]+)\//.exec(path)?.[1]
  const height = wings.findIndex((name) => name === wing)
  return height < 0 ? undefined : height
}

const may: Record<Package, readonly Package[]> = {
  shared: ['shared'],
  db: ['db', 'shared'],
  api: ['api', 'db', 'shared'],
  web: ['web', 'shared'],
  tests: ['tests', 'api', 'db', 'shared', 'web'],
}

describe('imports flow one way', () => {
  test('the reader finds the imports it judges', () => {
    expect(imports.length).toBeGreaterThan(500)
    expect(
      specifiers("import a from './a.ts'\nimport type { B } from '@dj/shared/b.ts'\nconst c = await import('./c.ts')"),
    ).toEqual([
      { to: './a.ts', typeOnly: false },
      { to: '@dj/shared/b.ts', typeOnly: true },
      { to: './c.ts', typeOnly: false },
    ])
  })

  test('shared ← db ← api, shared ← web', () => {
    // Tests of a package may use the house of the tests.
    const wrong = imports.filter(({ from, to }) => {
      const [mine, theirs] = [packageOf(from), packageOf(to)]
      if (mine === undefined || theirs === undefined || may[mine].includes(theirs)) return false
      return !(isTest(from) && theirs === 'tests')
    })
    expect(said(wrong)).toEqual([])
  })

  test('no wing imports from a wing above it', () => {
    const height = (path: string) => heightOf(path) ?? -1
    expect(
      said(
        imports.filter(({ from, to }) => !isTest(from) && heightOf(from) !== undefined && height(to) > height(from)),
      ),
    ).toEqual([])
  })

  test('every source of a package that has wings stands in one, but for what joins them', () => {
    const outside = sources.filter(
      (path) =>
        /^(shared\/src|db\/src\/(tables|queries)|api\/src|web\/src)\//.test(path) && heightOf(path) === undefined,
    )
    expect(outside).toEqual([
      'shared/src/policy.test.ts',
      'shared/src/policy.ts',
      'shared/src/problem.ts',
      'web/src/vite-env.d.ts',
    ])
    expect(new Set(sources.flatMap((path) => heightOf(path) ?? [])).size).toBeGreaterThan(8)
  })

  test('shared has no library but zod, no node, no clock and no randomness', () => {
    const wrong = imports.filter(
      ({ from, to }) => from.startsWith('shared/') && !isTest(from) && !isOurs(to) && to !== 'zod',
    )
    expect(said(wrong)).toEqual([])
    const impure = sources.filter(
      (path) =>
        path.startsWith('shared/') &&
        !isTest(path) &&
        /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|process\./.test(readFileSync(join(root, path), 'utf8')),
    )
    expect(impure).toEqual([])
  })

  test('routes stay thin: neither drizzle nor queries nor tables', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.endsWith('.routes.ts') &&
        from.startsWith('api/') &&
        (to.startsWith('drizzle-orm') || /^db\/src\/(queries|tables)\//.test(to)),
    )
    expect(said(wrong)).toEqual([])
  })

  // The embedded cluster hands its own environment down to the server it starts.
  test('only server.ts and the command lines read the environment', () => {
    const readers = sources.filter(
      (path) =>
        /^(api|db|shared)\/src/.test(path) &&
        !isTest(path) &&
        /process\.env/.test(readFileSync(join(root, path), 'utf8')),
    )
    expect(
      readers.filter(
        (path) =>
          !/^(api\/src\/main\/(server|dev)\.ts|(api|db)\/src\/.*cli.*\.ts|db\/src\/embedded\/cluster\.ts)$/.test(path),
      ),
    ).toEqual([])
  })
})

test('no import goes round in a circle', () => {
  const graph = new Map<string, string[]>()
  for (const { from, to } of imports) if (isOurs(to)) graph.set(from, [...(graph.get(from) ?? []), to])
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) return void circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  expect(circles).toEqual([])
})

test('nothing is skipped, loosened or left for later', () => {
  const loose = sources.filter((path) => {
    if (path === 'tests/architecture.test.ts') return false
    return /(: any[;,)\]>= ]*[;,)\]>=]|\bas any\b|@ts-ignore|@ts-expect-error|\.skip\(|\.only\(|\bTODO\b|\bFIXME\b)/.test(
      readFileSync(join(root, path), 'utf8'),
    )
  })
  expect(loose).toEqual([])
})
