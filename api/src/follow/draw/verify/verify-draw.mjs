// Computes a published draw again. Needs Node and nothing else: node verify-draw.mjs bundle.json
import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const dayOf = (instant) => new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 10)
const smaller = ([a], [b]) => (a < b ? -1 : 1)

/** What does not match, in words; nothing when all of it does. */
function problemsOf({ digest, ...bundle }) {
  const { frame, seeds, commitments, publicValue, frozenAt, sample } = bundle
  const problems = []
  const check = (holds, words) => holds || problems.push(words)
  check(/^dangjian-draw\/[12]$/.test(bundle.format), `format: ${bundle.format} is not known`)
  const lines = createHash('sha256')
  for (const entry of frame) lines.update(`${JSON.stringify(entry)}\n`)
  check(lines.digest('hex') === bundle.frameHash, 'frame: its SHA-256 is not frameHash')
  const sorted = frame.every(([id], i) => i === 0 || frame[i - 1][0] < id)
  check(sorted, 'frame: not sorted, or an order stands in it twice')
  for (const i of [0, 1]) {
    const withheld = bundle.withheld.some(({ position }) => position === i + 1)
    const isFallback = seeds[i] === sha256(`withheld:${commitments[i]}`)
    check(withheld ? isFallback : sha256(seeds[i]) === commitments[i], `seed ${i + 1}: is not the one committed to`)
    check(Date.parse(bundle.committedAt[i]) <= Date.parse(frozenAt), `commitment ${i + 1}: made after the freeze`)
  }
  check(Date.parse(publicValue.announcedAt) <= Date.parse(frozenAt), 'public value: announced after the freeze')
  check(dayOf(frozenAt) < publicValue.on, 'public value: could be known at the freeze')
  check(dayOf(publicValue.typedAt) >= publicValue.on, 'public value: typed in before its day')
  const { notation = null, value } = publicValue
  const follows = notation === null || value.replace(/[0-9]/g, '#') === notation
  check(follows, `public value: "${value}" is not in the notation announced, "${notation}"`)
  const secret = `${seeds[0]}|${seeds[1]}|${publicValue.value.trim()}`
  const keyed = {}
  for (const [id, version, tier, town] of frame) {
    const key = createHmac('sha256', secret).update(`${id}|${version}`).digest('hex')
    if (tier === 'C') (keyed[town ?? '-'] ??= []).push([key, id])
  }
  const drawn = new Set()
  for (const town of new Set([...Object.keys(keyed), ...Object.keys(sample)])) {
    const orders = (keyed[town] ?? []).sort(smaller)
    const wanted = Math.max(Math.ceil(bundle.rate * orders.length - 1e-9), bundle.minimum)
    const winners = orders.slice(0, wanted).map(([, id]) => id)
    winners.forEach((id) => drawn.add(id))
    check(winners.join() === (sample[town] ?? []).join(), `sample: of town ${town} it should be [${winners}]`)
  }
  const others = new Set(frame.flatMap(([id, , tier]) => (tier === 'C' && !drawn.has(id) ? [id] : [])))
  check(
    bundle.targeted.every((id) => others.delete(id)),
    'targeted: not a C order of the frame outside the sample',
  )
  check(sha256(JSON.stringify(bundle)) === digest, 'digest: something in the file is not as it was published')
  return problems
}

const bundle = JSON.parse(readFileSync(process.argv[2] ?? 'bundle.json', 'utf8'))
const problems = problemsOf(bundle)
for (const words of problems) console.error(`does not match: ${words}`)
if (problems.length === 0) {
  const { commitments, frameHash, publicValue, rate, minimum } = bundle
  console.log(`ok: ${bundle.quarter} ${bundle.county.name}, ${bundle.frame.length} orders`)
  console.log('只说明文件自身前后一致；下列各项还须与抽签之前公布的逐字相同。')
  console.log(
    'The file agrees with itself. It is the draw only if these are, letter for letter, what was published before:',
  )
  console.log(`  frame hash 名单哈希: ${frameHash}`)
  commitments.forEach((commitment, i) => console.log(`  commitment ${i + 1} 承诺值: ${commitment}`))
  console.log(`  public value 公开数: ${publicValue.value} (${publicValue.source}, ${publicValue.on})`)
  console.log(`  notation 记法: ${publicValue.notation ?? 'none was announced 当时没有公布'}`)
  console.log(`  rate 比例: ${rate}, minimum per town 每镇街至少: ${minimum}`)
}
process.exitCode = problems.length === 0 ? 0 : 1
