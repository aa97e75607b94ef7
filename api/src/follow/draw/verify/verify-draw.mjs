// Computes a published draw again. Needs Node and nothing else: node verify-draw.mjs bundle.json
import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const dayOf = (instant) => new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 10)
const smaller = ([a], [b]) => (a < b ? -1 : 1)

/** Deals as the algorithm says: in key order to whoever has least, then moved on along chains until the loads are even. */
function deal(targets, able, { load, isFree, key }) {
  const byKey = (things, message) =>
    things
      .map((one) => [key(message(one)), one])
      .sort(smaller)
      .map(([, one]) => one)
  const ids = byKey(able, (id) => `inspector|${id}`)
  const loads = ids.map(load)
  const held = ids.map(() => [])
  const on = new Map(targets.map(({ id }) => [id, []]))
  const may = ({ id }, i) => isFree(id, ids[i]) && !on.get(id).some((slot) => slot.i === i)
  for (const order of byKey(targets, ({ id, version }) => `assign|${id}|${version}`)) {
    for (let n = 0; n < order.slots; n += 1) {
      let i = -1
      for (const j of ids.keys()) if ((i < 0 || loads[j] < loads[i]) && may(order, j)) i = j
      if (i < 0) return undefined
      const slot = { order, i }
      loads[i] += 1
      held[i].push(slot)
      on.get(order.id).push(slot)
    }
  }
  const reach = (queue, from, goal) => {
    for (const before of queue) {
      for (const slot of held[before]) {
        for (const next of ids.keys()) {
          if (from.has(next) || !may(slot.order, next)) continue
          from.set(next, { slot, before })
          if (loads[next] <= goal) return next
          queue.push(next)
        }
      }
    }
    return undefined
  }
  const moveOn = () => {
    const from = new Map()
    const least = Math.min(...loads)
    for (let top = Math.max(0, ...loads); top >= least + 2; top -= 1) {
      const queue = [...ids.keys()].filter((i) => loads[i] === top && !from.has(i))
      for (const i of queue) from.set(i, undefined)
      let to = reach(queue, from, top - 2)
      if (to === undefined) continue
      loads[to] += 1
      for (let step = from.get(to); step; step = from.get(to)) {
        const { slot, before } = step
        held[before].splice(held[before].indexOf(slot), 1)
        slot.i = to
        held[to].push(slot)
        to = before
      }
      loads[to] -= 1
      return true
    }
    return false
  }
  while (moveOn());
  return new Map([...on].map(([id, slots]) => [id, slots.map(({ i }) => ids[i]).join()]))
}

/** Every deal of the round again, one after the other: the first, what the pool could not serve, and what was handed on. */
function checkDeals({ frame, sample, targeted, pool, poolHash, deals }, key, check) {
  check(sha256(pool.map((id) => `${id}\n`).join('')) === poolHash, 'pool: its SHA-256 is not poolHash')
  check(
    pool.every((id, i) => i === 0 || pool[i - 1] < id),
    'pool: not sorted, or somebody stands in it twice',
  )
  const orders = new Map(frame.map(([id, version, tier]) => [id, { id, version, tier, slots: tier === 'A' ? 2 : 1 }]))
  const drawn = new Set([...Object.values(sample).flat(), ...targeted])
  const all = [...orders.values()].filter(({ id, tier }) => tier !== 'C' || drawn.has(id)).map(({ id }) => id)
  const held = new Map(all.map((id) => [id, new Map()]))
  const loads = new Map()
  const add = (id, n) => loads.set(id, (loads.get(id) ?? 0) + n)
  deals.forEach(({ reason, inspectors, orderId, ended, excluded, dealt }, nth) => {
    const words = (what) => `deal ${nth + 1} (${reason}): ${what}`
    if (ended) {
      check(held.get(orderId).get(ended[0]) === ended[1], words(`${ended[1]} did not hold ${orderId}`))
      held.get(orderId).delete(ended[0])
      add(ended[1], -1)
    }
    const barred = new Set(excluded.map((pair) => pair.join(' ')))
    const isFree = (id, person) => !barred.has(`${id} ${person}`) && ![...held.get(id).values()].includes(person)
    const free = (id, people) => people.filter((person) => isFree(id, person)).length
    const open = (id) => orders.get(id).slots - held.get(id).size
    const asked = nth === 0 ? all : [...new Set(orderId === null ? dealt.map(([id]) => id) : [orderId])]
    const can = asked.filter((id) => open(id) > 0 && free(id, inspectors) >= open(id))
    const ofPool = inspectors.filter((id) => pool.includes(id))
    if (reason === 'supplement')
      check(
        can.every((id) => free(id, ofPool) < open(id)),
        words('the pool was enough, others were not to be asked'),
      )
    else check(ofPool.length === inspectors.length, words('somebody is not of the pool'))
    const targets = can.map((id) => ({ ...orders.get(id), slots: open(id) }))
    const again = deal(targets, inspectors, { load: (id) => loads.get(id) ?? 0, isFree, key })
    const said = new Map()
    const inSlots = [...dealt].sort(([, one], [, other]) => one - other)
    for (const [id, , person] of inSlots) said.set(id, [...(said.get(id) ?? []), person])
    const isSame = ([id, people]) => said.get(id)?.join() === people
    const same = again !== undefined && again.size === said.size && [...again].every(isSame)
    check(same, words('who inspects what does not come out'))
    for (const [id, slot, person] of dealt) {
      held.get(id)?.set(slot, person)
      add(person, 1)
    }
  })
}

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
  const keyOf = (message) => createHmac('sha256', secret).update(message).digest('hex')
  if (bundle.pool) checkDeals(bundle, keyOf, check)
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
  // A file whose pool was taken out agrees with itself as well: what is missing must be said, too.
  const inspectors = bundle.pool
    ? `${bundle.poolHash} (${bundle.pool.length} inspectors)`
    : 'none was frozen 当时没有冻结'
  console.log(`  pool hash 检查员库哈希: ${inspectors}`)
  if (bundle.pool) {
    const { pool, deals } = bundle
    const [first, ...later] = deals
    console.log(
      `  dealt again 已重算分派: ${deals.length} deals; excluded for an interest 回避 ${first?.excluded.length ?? 0}, ` +
        `left the pool 离库 ${pool.filter((id) => !first?.inspectors.includes(id)).length}, ` +
        `handed on 改派 ${later.filter(({ ended }) => ended).length}, supplements 补派 ${deals.filter(({ reason }) => reason === 'supplement').length}`,
    )
  }
  console.log(`  notation 记法: ${publicValue.notation ?? 'none was announced 当时没有公布'}`)
  console.log(`  rate 比例: ${rate}, minimum per town 每镇街至少: ${minimum}`)
}
process.exitCode = problems.length === 0 ? 0 : 1
