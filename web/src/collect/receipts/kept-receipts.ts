import { useState } from 'react'
import { z } from 'zod'
import { recall, remember } from '../../platform/ui/state/memory.ts'

/** A receipt somebody asked this device to remember. */
const KeptReceipt = z.object({ code: z.string(), words: z.string(), at: z.string() })
export type KeptReceipt = z.infer<typeof KeptReceipt>

const name = 'receipts'
const most = 20

function read(): readonly KeptReceipt[] {
  try {
    return z.array(KeptReceipt).parse(JSON.parse(recall(name) ?? '[]'))
  } catch {
    return []
  }
}

/** Codes that are remembered here because somebody asked for it, newest first; a code is a key, so nothing is kept unasked. */
export function useKeptReceipts() {
  const [kept, setKept] = useState(read)
  const write = (receipts: readonly KeptReceipt[]) => {
    remember(name, JSON.stringify(receipts))
    setKept(receipts)
  }
  const others = (code: string) => read().filter((one) => one.code !== code)
  return {
    kept,
    keep: (receipt: KeptReceipt) => write([receipt, ...others(receipt.code)].slice(0, most)),
    forget: (code: string) => write(others(code)),
  }
}
