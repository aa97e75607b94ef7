export const grants = {
  title: '授权管理',
} as const
