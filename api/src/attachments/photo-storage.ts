/** Where the bytes of photos lie. On disk today; an object store fits behind the same port. */
export interface PhotoStorage {
  /** Keeps the bytes under their hash; the same bytes twice are kept once. */
  put(countyId: string, sha256: string, bytes: Uint8Array): Promise<void>
  get(countyId: string, sha256: string): Promise<Uint8Array | null>
}
