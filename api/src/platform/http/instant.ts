/** An instant as PostgreSQL writes it (text or JSON) in the form of the wire. */
export const wireInstant = (text: string): string => new Date(text).toISOString()
export const wireInstantOrNull = (text: string | null): string | null => (text === null ? null : wireInstant(text))
