import postgres from 'postgres'

/** Every row of every table as text: what somebody who copies the database would hold. */
export async function everyText(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`
    const rows = await Promise.all(
      tables.map(
        ({ name }) => sql<{ words: string | null }[]>`select string_agg(t::text, ' ') as words from ${sql(name)} t`,
      ),
    )
    return rows.map(([row]) => row?.words ?? '').join('\n')
  } finally {
    await sql.end()
  }
}
