import { useNavigate, useSearch } from '@tanstack/react-router'
import type { OrderSearch } from './order-search.ts'

/** The list's filters, read from and written to its address. */
export function useOrderSearch() {
  const search = useSearch({ from: '/signed-in/orders' })
  const navigate = useNavigate()
  const change = (part: OrderSearch) => void navigate({ to: '/orders', search: { ...search, ...part }, replace: true })
  /** Tier and order stay: they say where one looks, not what for. */
  const clear = () => void navigate({ to: '/orders', search: { tier: search.tier, sort: search.sort }, replace: true })
  return { search, change, clear }
}
