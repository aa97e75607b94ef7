import type { FirstCounty } from './first-county.ts'

interface News {
  /** Where we listen, and where people come from outside if that is elsewhere. */
  address: string
  publicUrl: string | undefined
  readyMs: number
  firstCounty: FirstCounty
  demoClock: Date | undefined
}

/** What whoever started the server reads: where it is, who may sign in, how long it took. */
export function announcement({ address, publicUrl, readyMs, firstCounty, demoClock }: News): string {
  const shown = publicUrl?.replace(/\/+$/, '') ?? address
  return [
    '',
    '党建需求库 · Demand-order library',
    `  地址 address    ${shown}/`,
    ...(publicUrl === undefined ? [] : [`  监听 listening  ${address}/`]),
    `  接口 api        ${shown}/api/v1/docs`,
    ...wordsFor(firstCounty, shown),
    ...(demoClock ? [`  演示时钟 clock   ${inShanghai.format(demoClock)}`] : []),
    `  启动 ready in   ${(readyMs / 1000).toFixed(1)} s`,
    '',
  ].join('\n')
}

const inShanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
})

function wordsFor(first: FirstCounty, address: string): string[] {
  if (first.kind === 'own') return []
  if (first.kind === 'setup') {
    return [`  初始设置 set-up  ${address}/setup`, `  设置码 code      ${first.code}   （一次有效 works once）`]
  }
  const { madePassword, passwordFile, usernames } = first
  const kept = `保存在 kept in ${passwordFile}`
  return [
    `  演示账号 demo    ${usernames.join(' ')}`,
    `  密码 password   ${madePassword === undefined ? kept : `${madePassword}   （${kept}）`}`,
  ]
}

/** The address a browser on this machine opens. */
export function addressOf(host: string, port: number): string {
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
