import { z } from 'zod'

const NodeBindings = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) })

/** The address at the other end, from what the Node server hands to the app. */
export function peerOf(bindings: unknown): string | null {
  const parsed = NodeBindings.safeParse(bindings)
  return parsed.success ? parsed.data.incoming.socket.remoteAddress : null
}
