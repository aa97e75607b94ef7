export const claims = {
  title: '我的认领',
} as const
