import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { must } from '@dj/shared/platform/assert.ts'

/** Where the package lies: both keep their entry one folder below it. */
const folderOf = (name: string) => dirname(dirname(fileURLToPath(import.meta.resolve(name))))
const cache = join(import.meta.dirname, '../../node_modules/.cache/dj-browser')

export interface Chromium {
  readonly executablePath: string
  readonly env: Record<string, string>
  /** For a machine that has no NSS: libraries from the same package. */
  readonly spareLibraries: string
}

/** The browser that came with `pnpm install`, unpacked once per version, with Chinese letters to draw with. */
export async function findChromium(): Promise<Chromium> {
  const home = join(cache, await versionOf('@sparticuz/chromium'))
  await unpackOnce(home)
  const fonts = await writeFontConfig(home)
  return {
    executablePath: join(home, 'chromium'),
    // Where no locale says UTF-8 the browser opens no font below a folder with a Chinese name, and draws nothing at all.
    env: { FONTCONFIG_FILE: fonts, FONTCONFIG_PATH: home, HOME: home, LC_ALL: 'C.UTF-8' },
    spareLibraries: join(home, 'al2023/lib'),
  }
}

async function versionOf(name: string): Promise<string> {
  const manifest = await readFile(join(folderOf(name), 'package.json'), 'utf8')
  return must(/"version":\s*"([^"]+)"/.exec(manifest)?.[1], `version of ${name}`)
}

// Unpacked beside and moved into place: two runs at once never see half a browser.
async function unpackOnce(home: string): Promise<void> {
  if (await exists(join(home, 'chromium'))) return
  await mkdir(cache, { recursive: true })
  const beside = await mkdtemp(join(cache, 'unpacking-'))
  await inTemporaryFolder(beside, async () => {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await inflate(join(folderOf('@sparticuz/chromium'), 'bin/al2023.tar.br'))
  })
  await rename(beside, home).catch(async (error: unknown) => {
    await rm(beside, { recursive: true, force: true })
    if (!(await exists(join(home, 'chromium')))) throw error
  })
}

// The package takes any file called `chromium` in the system's temporary folder for its own.
async function inTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

async function writeFontConfig(home: string): Promise<string> {
  const chinese = join(folderOf('@embedpdf/fonts-sc'), 'fonts')
  const file = join(home, 'fonts.conf')
  const folders = [chinese, join(home, 'fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('')
  const families = ['sans-serif', 'system-ui', 'serif']
    .map((family) => `<alias><family>${family}</family><prefer><family>Noto Sans Hans</family></prefer></alias>`)
    .join('')
  const cacheFolder = `<cachedir>${join(tmpdir(), 'dj-fontconfig')}</cachedir>`
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${folders}${families}${cacheFolder}</fontconfig>`)
  return file
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
