import { z } from 'zod'

// NUL, other control characters (line breaks and tabs stay) and bidi controls can disguise what a text says.
// Control characters (line breaks and tabs stay) and bidi controls can disguise what a text says; half of a surrogate pair is no text.
const disguise = /[\p{Bidi_Control}\p{Cs}]|[^\P{Cc}\t\n\r]/u

/** Free text as people type it: stored NFC, trimmed, `min` to `max` characters, no control or bidi characters. */
export const text = (min: number, max: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(min)
    .max(max)
    .refine((value) => !disguise.test(value), { params: { code: 'field.control_characters' } })

/** An instant on the wire: RFC 3339 in UTC. */
export const Instant = z.iso.datetime({ offset: true })
export type Instant = z.infer<typeof Instant>
/** The same by whatever clock a device has; what lies before 1970 or after 9999 is none. */
export const DeviceInstant = Instant.refine((at) => Date.parse(at) >= 0 && Date.parse(at) < Date.UTC(10_000, 0, 1))

/** A page of a keyset-paged list: what to ask for. */
export const Page = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(400).optional(),
}

/** A page of a keyset-paged list: what comes back. `nextCursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })
