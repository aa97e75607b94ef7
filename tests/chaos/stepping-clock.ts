// Before everything else in an API process: at each SIGUSR2 its clock jumps, forth and back again, as when a machine
// that was off by some minutes is set right. Within what row security takes for now (ten minutes).
const MINUTES = 4
const RealDate = Date
const behindMs = Number(process.env['CLOCK_BEHIND_MS'] ?? 0)
let offsetMs = -behindMs

process.on('SIGUSR2', () => void (offsetMs = offsetMs === -behindMs ? MINUTES * 60_000 - behindMs : -behindMs))

globalThis.Date = new Proxy(RealDate, {
  construct: (_, parts: [], target) =>
    Reflect.construct(RealDate, parts.length === 0 ? [RealDate.now() + offsetMs] : parts, target) as Date,
  get: (_, name) => (name === 'now' ? () => RealDate.now() + offsetMs : (Reflect.get(RealDate, name) as unknown)),
})
