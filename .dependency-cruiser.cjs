/** Imports flow one way: shared ← db ← api, shared ← web. Only verbs touch queries; a verb never calls another feature's verb. */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^shared/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^(db|api|web|tests)/' },
    },
    {
      name: 'shared-imports-little',
      severity: 'error',
      from: { path: '^shared/src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/zod' },
    },
    { name: 'db-knows-shared-only', severity: 'error', from: { path: '^db/src' }, to: { path: '^(api|web)/' } },
    {
      name: 'web-never-sees-the-server',
      severity: 'error',
      from: { path: '^web/src' },
      to: { path: '^(db|api|tests)/' },
    },
    { name: 'api-never-sees-the-client', severity: 'error', from: { path: '^api/src' }, to: { path: '^(web|tests)/' } },
    {
      name: 'routes-stay-thin',
      severity: 'error',
      from: { path: '\\.routes\\.ts$' },
      to: { path: '(node_modules/drizzle-orm|^db/src/(queries|tables)/)' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
