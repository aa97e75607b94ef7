/** Bears the server's instant (RFC 3339) where a demo's time is played, and is absent everywhere else. */
export const DEMO_CLOCK_HEADER = 'X-Demo-Clock'
