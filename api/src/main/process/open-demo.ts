import { isGuessable } from '../../county/accounts/weak-password.ts'
import { BadSettings, type Config } from '../config.ts'

const loopback = /^(localhost|::1|127\.\d+\.\d+\.\d+)$/
const LEAST = 10

/**
 * The demo's accounts are known by name to everybody: where others can reach them, their password must not be one to guess.
 * Errors: BadSettings.
 */
export async function refuseOpenDemo({ demo, demoPassword, host, publicUrl }: Config): Promise<void> {
  const isOpen = !loopback.test(host) || (publicUrl !== undefined && !loopback.test(new URL(publicUrl).hostname))
  if (!demo || demoPassword === undefined || !isOpen) return
  const isWeak =
    demoPassword.length < LEAST || (await isGuessable(demoPassword, ['demo', 'dangjian', 'member1', 'county1']))
  if (!isWeak) return
  throw new BadSettings(
    'DEMO_PASSWORD 太容易猜到，而演示将对外开放（HOST 或 PUBLIC_URL 不是本机）：请换一个至少 10 位的密码，或留空由系统生成。' +
      ' DEMO_PASSWORD is easy to guess and the demo would be open to others: choose one of at least 10 characters, or leave it out.',
  )
}
