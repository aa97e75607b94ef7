export const receipts = {
  title: '凭回执码查进度',
} as const
