#!/usr/bin/env bash
# Guess:     a library that reads 六安 as lù ān and 铅山 as yán shān reads the names of all counties as they are spoken.
# Behaviour: it knows some and not others, and says no different for either: 乐清市 (Yuèqīng, Zhejiang), 乐亭县 (Làotíng),
#            单县 (Shàn), 尉犁县 (Yùlí), 洪洞县 (Hóngtóng), 涡阳县 (Guōyáng) and 任丘市 (Rénqiū) come out by the commonest reading.
#            For a whole name `multiple: true` changes nothing; only for a single character does it give every reading.
# Version:   pinyin-pro 3.29.4.
# Seen:      六安市 lù ān shì · 铅山县 yán shān xiàn · 乐清市 lè qīng shì · 乐亭县 lè tíng xiàn · 单县 dān xiàn · 尉犁县 wèi lí xiàn ·
#            洪洞县 hóng dòng xiàn · 涡阳县 wō yáng xiàn · 任丘市 rèn qiū shì
# Matters:   stored or searched by these initials, a county is not found under the letters its people type (yqs for 乐清市).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund pinyin-pro@3.29.4
cat >look.mjs <<'JS'
import { pinyin } from 'pinyin-pro'
const right = { 六安市: 'lù ān shì', 铅山县: 'yán shān xiàn' }
const wrong = { 乐清市: 'lè qīng shì', 乐亭县: 'lè tíng xiàn', 单县: 'dān xiàn', 尉犁县: 'wèi lí xiàn', 洪洞县: 'hóng dòng xiàn', 涡阳县: 'wō yáng xiàn', 任丘市: 'rèn qiū shì' }
const names = { ...right, ...wrong }
console.log(Object.keys(names).map((name) => `${name} ${pinyin(name)}`).join(' · '))
const same = Object.entries(names).every(([name, seen]) => pinyin(name) === seen)
const multiple = pinyin('乐清市', { multiple: true }) === 'lè qīng shì' && pinyin('乐', { multiple: true, type: 'array' }).includes('yuè')
process.exit(same && multiple ? 0 : 1)
JS
node look.mjs
