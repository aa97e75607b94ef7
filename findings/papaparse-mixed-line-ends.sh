#!/usr/bin/env bash
# Guess:     a CSV put together from two programs, some lines ending in CRLF and some in LF, gives one record a line.
# Behaviour: papaparse takes the kind of line end it meets first for the whole file. The others stay inside a field: records run
#            into one another, or keep a carriage return, and `errors` is empty.
# Version:   papaparse 5.7.1
# Seen:      CRLF first: 3 records of 5, field "4\n5", errors 0 · LF first: field "4\r", errors 0
# Matters:   a ledger edited on two computers loses rows without a word; the rows have to be counted by somebody else.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund papaparse@5.7.1
cat >look.mjs <<'JS'
import Papa from 'papaparse'
const crlfFirst = Papa.parse('a,b\r\n1,2\r\n3,4\n5,6\n7,8\r\n', { skipEmptyLines: true })
const lfFirst = Papa.parse('a,b\n1,2\n3,4\r\n', { skipEmptyLines: true })
const ran = crlfFirst.data[2][1]
const kept = lfFirst.data[2][1]
console.log(`CRLF first: ${crlfFirst.data.length} records of 5, field ${JSON.stringify(ran)}, errors ${crlfFirst.errors.length} · LF first: field ${JSON.stringify(kept)}, errors ${lfFirst.errors.length}`)
const asSeen = crlfFirst.data.length === 3 && ran === '4\n5' && kept === '4\r' && crlfFirst.errors.length + lfFirst.errors.length === 0
process.exit(asSeen ? 0 : 1)
JS
node look.mjs
