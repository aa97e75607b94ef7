import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { plants } from './plants.ts'

const root = join(import.meta.dirname, '../../..')
const plant = plants.find(({ name }) => name === process.env['PLANT'])
if (!plant) throw new Error(`no bug is called ${process.env['PLANT']}`)

const edits = Map.groupBy(plant.edits ?? [], ({ file }) => pathToFileURL(join(root, file)).href)
const variants = new Map(
  Object.entries(plant.variants ?? {}).map(([file, variant]) => [
    pathToFileURL(join(root, file)).href,
    pathToFileURL(join(import.meta.dirname, variant)).href,
  ]),
)

// The product's files stay as they are: this process alone reads them with the bug in.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context)
    const variant = variants.get(resolved.url)
    return variant === undefined ? resolved : { ...resolved, url: variant }
  },
  load(url, context, next) {
    const changes = edits.get(url)
    if (!changes) return next(url, context)
    const source = changes.reduce(
      (text, { from, to }) => replaceOnce(url, text, from, to),
      readFileSync(fileURLToPath(url), 'utf8'),
    )
    return { format: 'module-typescript', source, shortCircuit: true }
  },
})

function replaceOnce(url: string, text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`the bug does not fit into ${url} any more: ${from}`)
  return text.replace(from, () => to)
}
