import { z } from 'zod'

// Control characters (line breaks and tabs stay), bidi controls, tags and the mark of byte order can disguise what a text says;
// half of a surrogate pair is no text.
const disguise = /[\p{Bidi_Control}\p{Cs}\uFEFF\u{E0000}-\u{E007F}]|[^\P{Cc}\t\n\r]/u

// Letters that are drawn as nothing: fillers, joiners that join nothing, tags, the mark of byte order, a blank of Braille.
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800\s]/gu
// No language writes more than a few marks over one letter; a pile of them covers the lines above and below.
const piledMarks = /\p{M}{4}/u

/** Does it hold what could make it say something else than it shows? */
export const isDisguised = (value: string): boolean => disguise.test(value) || piledMarks.test(value)

/** Is there nothing to see in it, whatever it is made of? */
export const showsNothing = (value: string): boolean => value.replaceAll(unseen, '') === ''

/**
 * Free text as people type it: stored NFC, trimmed, `min` to `max` characters, no control or bidi characters, no pile of
 * combining marks. What shows nothing is empty, whatever it is made of.
 */
export const text = (min: number, max: number) =>
  z
    .string()
    .overwrite((value) => (showsNothing(value) ? '' : value))
    .trim()
    .normalize('NFC')
    .min(min)
    .max(max)
    .refine((value) => !isDisguised(value), {
      params: { code: 'field.control_characters' },
    })

/** A whole number in an address: digits and nothing else, where a coercion would also read `0x10`, `1e1` and a blank. */
export const wholeNumber = (min: number, max: number) =>
  z.preprocess(
    (typed) => (typeof typed === 'string' ? (/^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN) : typed),
    z.number().int().min(min).max(max),
  )

/** An instant on the wire: RFC 3339 in UTC. What lies after 2199 is a slip. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((at) => Date.parse(at) < Date.UTC(2200, 0, 1), { params: { code: 'field.date_too_far' } })
export type Instant = z.infer<typeof Instant>
/** The same by whatever clock a device has; what lies before 1970 is none. */
export const DeviceInstant = Instant.refine((at) => Date.parse(at) >= 0)

/** A page of a keyset-paged list: what to ask for. */
export const Page = {
  limit: wholeNumber(1, 100).default(20),
  cursor: z.string().max(400).optional(),
}

/** A page of a keyset-paged list: what comes back. `nextCursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })
