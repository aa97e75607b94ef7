import { z } from 'zod'

/** Six-digit division code of the county: the tenant, and the first column of every key. */
export const CountyId = z.string().regex(/^\d{6}$/, 'county')
export type CountyId = z.infer<typeof CountyId>

const id = <Brand extends string>(name: Brand) =>
  z
    .uuid()
    .brand<Brand>()
    .meta({ description: `${name} (UUID v7)` })

export const OrganizationId = id('OrganizationId')
export type OrganizationId = z.infer<typeof OrganizationId>
export const PersonId = id('PersonId')
export type PersonId = z.infer<typeof PersonId>
export const GrantId = id('GrantId')
export type GrantId = z.infer<typeof GrantId>
export const NeedId = id('NeedId')
export type NeedId = z.infer<typeof NeedId>
export const OrderId = id('OrderId')
export type OrderId = z.infer<typeof OrderId>
export const ClaimId = id('ClaimId')
export type ClaimId = z.infer<typeof ClaimId>
export const ProgressId = id('ProgressId')
export type ProgressId = z.infer<typeof ProgressId>
export const DeliveryId = id('DeliveryId')
export type DeliveryId = z.infer<typeof DeliveryId>
export const RatingId = id('RatingId')
export type RatingId = z.infer<typeof RatingId>
export const AttachmentId = id('AttachmentId')
export type AttachmentId = z.infer<typeof AttachmentId>
export const EventId = id('EventId')
export type EventId = z.infer<typeof EventId>
