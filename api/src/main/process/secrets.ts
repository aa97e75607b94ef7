import { randomBytes, randomInt } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'

/** What the file holds, or what is made now and kept in it. Two processes that start at once get the same. */
export async function kept(path: string, make: () => string): Promise<string> {
  const known = await readKept(path)
  if (known !== undefined) return known
  const value = make()
  try {
    await writeFile(path, `${value}\n`, { mode: 0o600, flag: 'wx' })
    return value
  } catch (error) {
    const faster = await readKept(path)
    if (faster === undefined) throw error
    return faster
  }
}

/** Keeps this value from now on, readable by its owner only. */
export async function keep(path: string, value: string): Promise<void> {
  await writeFile(path, `${value}\n`, { mode: 0o600 })
  await chmod(path, 0o600)
}

export async function readKept(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return text.trim() || undefined
}

export const newSecret = (): string => randomBytes(32).toString('base64url')

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of four without look-alikes: easy to read out, 79 bits. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join(''),
  ).join('-')
