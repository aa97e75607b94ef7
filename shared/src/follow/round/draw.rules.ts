/**
 * The draw of C orders, in words an outsider can follow. The same text stands in every published bundle.
 * The digests are passed in: this file has no cryptography of its own, so browser, server and verifier can share the rule.
 */
const start = [
  '1. Frame: every order live at any moment of the quarter, as the JSON array [orderId, version, tier, townId, ownerOrganizationId] without spaces,',
  '   sorted by orderId, each line ended by one line feed (U+000A). frameHash = SHA-256 of these bytes (UTF-8), in lower-case hex.',
  '2. Seeds: two people each chose 64 lower-case hex digits. Before the frame was frozen each published commitment = SHA-256(seed as ASCII text) in hex.',
  '   A seed withheld past its deadline is replaced by SHA-256("withheld:" + commitment), and the bundle says so.',
]
const sample = [
  '4. secret = seed1 + "|" + seed2 + "|" + publicValue. key(order) = HMAC-SHA-256(key = secret, message = orderId + "|" + version) in lower-case hex.',
  '5. Per town (orders of no town count as one town "-"): n = min(N, max(ceil(rate × N), minimum)) of the N C orders; the n smallest keys win, in that order.',
  '   rate has at most three decimals. ceil rounds up to the next whole number; a product that is whole in decimals stays (0.2 × 15 = 3), for which 10^-9 is taken off first.',
  '6. A and B orders are all checked. Orders with upheld poor ratings are added as targeted checks and are no part of the sample.',
]

/** By the format of the bundle: a draw is computed again by the text it was published with. */
export const drawAlgorithms = {
  'dangjian-draw/1': [
    'dangjian-draw/1',
    ...start,
    '3. Public value: announced before the freeze where and when it would appear; typed in as it appeared, trimmed.',
    ...sample,
  ].join('\n'),
  'dangjian-draw/2': [
    'dangjian-draw/2',
    ...start,
    '3. Public value: announced before the freeze where, when and in which notation it would appear. In the notation # is one digit 0 to 9 and every',
    '   other character stands for itself; the value is typed in so, character by character, and nothing is trimmed, folded or padded.',
    '   Where the notation is null the round was planned before notations were announced, and the value was trimmed.',
    ...sample,
    '7. Inspectors: whoever held the grant of an inspector at the freeze, and nobody else, is the pool: their ids, sorted, each ended by one line feed.',
    '   poolHash = SHA-256 of these bytes (UTF-8), in lower-case hex.',
    '8. Deals follow in the order of the bundle. The first is of every order to be checked: two inspectors to an A order, one to each other order. Its',
    '   inspectors are those of the pool who still hold the grant. Nobody gets an order they are on already, nor one in which they have an interest (own',
    '   organization, claim, rating, need, authorship or second, or declared): those pairs stand in the deal. An order for which too few are free is left out.',
    '   Orders come in the order of HMAC-SHA-256(secret, "assign|" + orderId + "|" + version), inspectors in that of HMAC-SHA-256(secret, "inspector|" + id).',
    '   Each slot goes to whoever may take it and has least in hand of this round, the first of them in order. Then, while there is a chain: of those who have',
    '   most in hand (m), in order, walk breadth first; from each along what they got in this deal, in the order in which they got it, to every inspector',
    '   in order who may take it and was not reached before. The first reached with at most m - 2 ends the chain: everything on its way moves on by one.',
    '   Where none is reached, m is one less, down to the least + 2, and who was reached stays left out.',
    '9. What was left out or left open is dealt by the same rule among everybody who then holds the grant ("supplement"). A slot handed on ("ended": the slot',
    '   and who held it, for an interest that came up or a grant that ended) is dealt at once by the same rule among those of the pool who hold the grant.',
  ].join('\n'),
} as const

/** One order of the frame: id, version, tier, town, owner. */
export type FrameEntry = readonly [
  orderId: string,
  version: number,
  tier: 'A' | 'B' | 'C',
  townId: string | null,
  ownerOrganizationId: string,
]

export const frameLine = (entry: FrameEntry): string => `${JSON.stringify(entry)}\n`
export const secretOf = (seed1: string, seed2: string, publicValue: string): string =>
  `${seed1}|${seed2}|${publicValue.trim()}`
export const drawMessage = (orderId: string, version: number): string => `${orderId}|${version}`
export const withheldSeedText = (commitment: string): string => `withheld:${commitment}`
export const townKey = (townId: string | null): string => townId ?? '-'

/** How many of `n` C orders of a town are drawn. `rate` 0..1. */
export const sampleSize = (n: number, rate: number, minimum: number): number =>
  Math.min(n, Math.max(Math.ceil(rate * n - 1e-9), minimum))

/** Picks the sample: the smallest keys per town, in order. `keyOf` is HMAC-SHA-256 of drawMessage under the secret, in hex. */
export function drawSample(
  frame: readonly FrameEntry[],
  keyOf: (orderId: string, version: number) => string,
  { rate, minimum }: { rate: number; minimum: number },
): Map<string, string[]> {
  const towns = new Map<string, { id: string; key: string }[]>()
  for (const [id, version, tier, townId] of frame) {
    if (tier !== 'C') continue
    const town = townKey(townId)
    const orders = towns.get(town)
    const drawn = { id, key: keyOf(id, version) }
    if (orders) orders.push(drawn)
    else towns.set(town, [drawn])
  }
  const drawn = [...towns].map(([town, orders]): [string, string[]] => {
    orders.sort((a, b) => (a.key < b.key ? -1 : 1))
    return [town, orders.slice(0, sampleSize(orders.length, rate, minimum)).map(({ id }) => id)]
  })
  return new Map(drawn.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The chance (0..1) that a sample of `n` of `total` meets at least one of `bad` orders: what the sample can find. */
export function chanceToMeet(total: number, n: number, bad: number): number {
  let missed = 1
  for (let i = 0; i < n; i += 1) missed *= Math.max(0, (total - bad - i) / (total - i))
  return 1 - missed
}
