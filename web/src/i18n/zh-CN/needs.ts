export const needs = {
  title: '需求征集',
} as const
