import { useMutation } from '@tanstack/react-query'
import { NeedReceipt, type RaiseNeed, type RaiseNeedOpenly } from '@dj/shared/collect/need/need.schema.ts'
import { request } from '../../platform/api/client.ts'

export function useRaise(countyId: string) {
  return useMutation({
    mutationFn: (body: RaiseNeed | RaiseNeedOpenly) =>
      request('POST', `/counties/${countyId}/needs`, { body, schema: NeedReceipt }),
  })
}
