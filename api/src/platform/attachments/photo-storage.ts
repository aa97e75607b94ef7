/** Where the bytes of photos lie. On disk today; an object store fits behind the same port. */
export interface PhotoStorage {
  /** Keeps the bytes under their hash; the same bytes twice are kept once. */
  put(countyId: string, sha256: string, bytes: Uint8Array): Promise<void>
  get(countyId: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** The hashes of what was last put before that instant, a batch at a time. */
  olderThan(countyId: string, instant: Date): AsyncIterable<readonly string[]>
  /** Removes what was last put before that instant; false when it is there no longer, or was put again since. */
  removeOlder(countyId: string, sha256: string, instant: Date): Promise<boolean>
}
