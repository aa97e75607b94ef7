import { defaultSettings } from '@dj/shared/county/settings/settings.schema.ts'
import { createOrganizations } from '../county/county.world.ts'
import type { Market } from './market.ts'
import { seed } from './market.seed.ts'

export function createMarket(): Market {
  const market: Market = {
    organizations: createOrganizations(),
    settings: structuredClone(defaultSettings),
    orders: [],
    claims: [],
    deliveries: [],
    ratings: [],
    events: [],
    photos: new Map(),
  }
  seed(market)
  return market
}
