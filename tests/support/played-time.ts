import postgres from 'postgres'

/** The tests move the clock: here events may be of any time, as they may in a demo. `url`: the owner's. */
export async function letTimeBePlayed(url: string): Promise<void> {
  const owner = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined })
  try {
    await owner`alter policy event_insert on event with check (county_id = current_setting('app.county_id', true))`
  } finally {
    await owner.end({ timeout: 5 })
  }
}
