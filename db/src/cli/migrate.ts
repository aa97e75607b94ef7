import { startEmbedded } from '../embedded.ts'
import { migrate } from '../migrate.ts'

const { DATABASE_URL, DATA_DIR = '.data' } = process.env
if (DATABASE_URL) await migrate(DATABASE_URL)
else await migrateEmbedded(DATA_DIR)
console.log('The database is up to date.')

async function migrateEmbedded(dataDir: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir })
  try {
    await migrate(embedded.url)
  } finally {
    await embedded.stop()
  }
}
