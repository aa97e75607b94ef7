import { parentPort, workerData } from 'node:worker_threads'
import { MORNING, MovableClock } from './clock.ts'
import { openApp } from './open-app.ts'
import { buildHomeCounty } from './places.ts'

// Builds the county that most worlds begin with in the database whose address it is given, and answers with it.
const open = await openApp(workerData, new MovableClock(MORNING).now)
const county = await buildHomeCounty(open)
await open.end()
parentPort?.postMessage(county, [])
