#!/usr/bin/env bash
# Guess:     a globalSetup file of vitest runs in plain Node beside the runner, so `import.meta.resolve`, which Node has had
#            since 20 and which works in the tests themselves, works there, too.
# Behaviour: the tests have it; in globalSetup the same line throws, so no module that asks where a package lies can be
#            imported there. What needs the program before the first test has to be started as a process or a worker.
# Version:   vitest 5.1.1
# Seen:      in globalSetup: [module runner] "import.meta.resolve" is not supported. · in a test: file:
# Matters:   a database template filled by the product's own code has to be made outside the runner.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm pkg set type=module >/dev/null; npm install --silent --no-audit --no-fund vitest@5.1.1
cat >setup.js <<'JS'
import { writeFileSync } from 'node:fs'
export default () => {
  let seen
  try { seen = import.meta.resolve('vitest').slice(0, 5) } catch (error) { seen = error.message }
  writeFileSync('seen', seen)
}
JS
cat >one.test.js <<'JS'
import { expect, test } from 'vitest'
test('a test can ask', () => expect(import.meta.resolve('vitest').slice(0, 5)).toBe('file:'))
JS
cat >vitest.config.js <<'JS'
export default { test: { globalSetup: './setup.js' } }
JS
npx vitest run >test.log 2>&1 && test='file:' || test='refused'
echo "in globalSetup: $(cat seen) · in a test: $test"
[[ "$(cat seen)" == *'"import.meta.resolve" is not supported'* && "$test" == 'file:' ]]
