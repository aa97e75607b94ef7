const PREPARED_LIMIT = 300
const SEEN_LIMIT = 1_000
/** The order page is the longest of ours, with more than eight thousand characters: not prepared, it took three times as long. */
const LONGEST_PREPARED = 20_000

/**
 * Which texts are worth preparing: those seen before. A prepared statement costs one round trip and no planning, an
 * unprepared one two; the limits keep texts that vary without end from filling the server's memory.
 */
export function recurring(): (text: string) => boolean {
  const prepared = new Set<string>()
  const seen = new Set<string>()
  return (text) => {
    if (prepared.has(text)) return true
    if (prepared.size >= PREPARED_LIMIT || text.length > LONGEST_PREPARED) return false
    if (seen.delete(text)) {
      prepared.add(text)
      return true
    }
    if (seen.size >= SEEN_LIMIT) seen.clear()
    seen.add(text)
    return false
  }
}
