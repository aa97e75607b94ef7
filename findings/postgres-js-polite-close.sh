#!/usr/bin/env bash
# Guess:     when the server ends a connection before it has answered anything, the query fails, or at least `onclose` is called.
# Behaviour: postgres.js opens another connection by itself, as often as it takes, and the query is answered on the third one.
#            `onclose` is never called, so nobody can tell that the connection they hold is not the one they opened.
# Version:   postgres 3.4.9
# Seen:      answered · connections 3 · onclose 0
# Matters:   what counts closes to learn that a transaction or a session setting was lost (a proxy being redeployed, a server that is
#            shutting down) counts nothing; the socket factory is the place that sees every new connection.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund postgres@3.4.9
cat >look.mjs <<'JS'
import net from 'node:net'
import postgres from 'postgres'

// The least of a server: it ends its first two connections after the start-up message, and answers an empty query on the third.
const authenticated = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0])
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])
const emptyAnswer = Buffer.from([0x49, 0, 0, 0, 4])
let connections = 0
const server = net.createServer((socket) => {
  const ends = ++connections < 3
  socket.on('error', () => undefined)
  socket.once('data', () => {
    if (ends) return socket.end()
    socket.write(Buffer.concat([authenticated, ready]))
    socket.on('data', () => socket.write(Buffer.concat([emptyAnswer, ready])))
  })
})
await new Promise((done) => server.listen(0, '127.0.0.1', done))
let closes = 0
const sql = postgres({
  host: '127.0.0.1', port: server.address().port, user: 'u', database: 'd',
  max: 1, fetch_types: false, connect_timeout: 5, onclose: () => void (closes += 1),
})
const said = await sql``.simple().then(() => 'answered', (error) => `refused ${error.code}`)
console.log(`${said} · connections ${connections} · onclose ${closes}`)
process.exit(said === 'answered' && connections === 3 && closes === 0 ? 0 : 1)
JS
timeout 30 node look.mjs
