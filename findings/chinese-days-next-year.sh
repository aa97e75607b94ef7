#!/usr/bin/env bash
# Guess:     for a year whose holiday notice is not in its data, chinese-days says so: an error, or no answer.
# Behaviour: it goes by the weekday alone. 1 January and 1 October 2027 are "workdays", and the first working day after
#            31 December 2026 is New Year's Day. Nothing in the answer tells it from a day it knows.
# Version:   chinese-days 1.5.7, whose data end on 2026-12-31.
# Seen:      2026-10-01 false · 2027-01-01 true · 2027-10-01 true · next after 2026-12-31: 2027-01-01
# Matters:   every working-day deadline that reaches over the year's end comes out early, and nobody is told.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund chinese-days@1.5.7
cat >look.mjs <<'JS'
import days from 'chinese-days'
const known = days.isWorkday('2026-10-01')
const unknown = ['2027-01-01', '2027-10-01'].map((day) => days.isWorkday(day))
const next = days.findWorkday(1, '2026-12-31')
console.log(`2026-10-01 ${known} · 2027-01-01 ${unknown[0]} · 2027-10-01 ${unknown[1]} · next after 2026-12-31: ${next}`)
process.exit(!known && unknown.every((it) => it === true) && next === '2027-01-01' ? 0 : 1)
JS
node look.mjs
