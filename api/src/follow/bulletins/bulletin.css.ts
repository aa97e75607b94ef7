const song =
  '"FZXiaoBiaoSong-B05S", "方正小标宋简体", "STZhongsong", "SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif'
const fang =
  '"FangSong", "STFangsong", "仿宋", "仿宋_GB2312", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif'
const hei = '"SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif'
const digits = '"SimSun", "Songti SC", "Times New Roman", serif'

/** One A4 page after another as official papers are set (28 characters × 22 lines of 16 pt, GB/T 9704-2012); red only in the head; no fonts and no pictures from anywhere. */
export const bulletinCss = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt ${digits}; padding: 7mm 14pt 0; vertical-align: top; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt ${digits}; padding: 7mm 14pt 0; vertical-align: top; } }
* { box-sizing: border-box; }
html { background: #f2f2f0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 24px auto; max-width: 210mm; padding: 37mm 26mm 35mm 28mm; background: #fff; color: #1a1a1a;
  font: 16pt/28.98pt ${fang}; letter-spacing: -.21pt; font-variant-numeric: tabular-nums; }
header { text-align: center; border-bottom: 1.5pt solid #c8161d; }
p { margin: 0; text-indent: 2em; text-align: justify; }
.mark { padding: 35mm 0 58pt; color: #c8161d; font: 400 34pt/1.3 ${song}; text-align: center; text-indent: 0; text-wrap: balance; }
.number { min-height: 28.98pt; padding-bottom: 4mm; text-align: center; text-indent: 0; }
.draft { margin: 10pt 0 0; padding: 3pt 8pt; border: 1pt dashed #8a5a00; color: #8a5a00; text-align: center; text-indent: 0; font-size: 12pt; line-height: 1.5; }
h1 { margin: 58pt 0 29pt; text-align: center; text-wrap: balance; font: 400 22pt/28.98pt ${song}; }
.addressees, .annex-label { text-indent: 0; }
h2 { margin: 0; text-indent: 2em; font: 400 16pt/28.98pt ${hei}; break-after: avoid; }
table { width: 100%; margin: 5pt 0 9pt; border-collapse: collapse; table-layout: fixed; font-size: 12pt; line-height: 18pt; letter-spacing: 0; hyphens: none; border-top: 1pt solid #1a1a1a; border-bottom: 1pt solid #1a1a1a; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { padding: 3pt 4pt; border-bottom: .6pt solid #1a1a1a; font-family: ${hei}; font-weight: 400; text-align: left; vertical-align: bottom; }
td { padding: 3pt 4pt; border-bottom: .4pt solid #c9c9c6; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tbody tr:last-child td { border-bottom: 0; }
.numeric { text-align: right; }
td.numeric { white-space: nowrap; padding-left: 0; }
.annex-note { margin-top: 28.98pt; }
.signature { margin: 58pt 2em 0 auto; width: max-content; max-width: 100%; text-align: center; break-inside: avoid; }
.signature p { text-indent: 0; text-align: center; }
.annex { break-before: page; margin-top: 40pt; }
.annex h1 { margin-top: 29pt; }
.annex-label { font-family: ${hei}; }
dl { display: grid; grid-template-columns: 11em 1fr; gap: 3pt 12pt; margin: 0; font-size: 12pt; line-height: 18pt; letter-spacing: 0; }
dt { font-family: ${hei}; }
dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 40pt; border: solid #1a1a1a; border-width: 1pt 0; font-size: 14pt; line-height: 22pt; break-inside: avoid; }
footer p { padding: 3pt 1em; text-indent: 0; }
footer p + p { border-top: .7pt solid #1a1a1a; }
.printer { display: flex; justify-content: space-between; gap: 1em; }
@media print { html { background: none; } body { margin: 0; padding: 0; max-width: none; } .annex { margin-top: 0; } }
@media screen and (max-width: 640px) { body { margin: 0; padding: 20px 16px; font-size: 12pt; line-height: 1.75; } .mark { padding: 12px 0 16px; font-size: 19pt; } h1 { margin: 24px 0 16px; font-size: 16pt; line-height: 1.4; }
  h2 { font-size: 12pt; line-height: 1.75; } table { font-size: 8.5pt; line-height: 1.5; } dl { display: block; } footer { font-size: 10.5pt; } }
`
