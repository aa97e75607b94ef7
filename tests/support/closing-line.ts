import type { Reporter, TestModule } from 'vitest/node'

/** Prints the one plain line that says how the run ended: `N passed, N failed`. A module that cannot load is a failure. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0
    let failed = unhandled.length
    for (const module of modules) {
      if (module.errors().length > 0) failed += module.errors().length
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') passed += 1
        else failed += 1 // skipped counts as failed: nothing here may be skipped
      }
    }
    process.once('exit', () => console.log(`\n${passed} passed, ${failed} failed`))
  }
}
