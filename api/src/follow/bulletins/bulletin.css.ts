/** One A4 page after another, black on white, red only in the head; no fonts and no pictures from anywhere. */
export const bulletinCss = `
@page { size: A4; margin: 24mm 22mm 22mm; @bottom-center { content: "— " counter(page) " —"; font: 10.5pt "Times New Roman", serif; } }
* { box-sizing: border-box; }
html { background: #f2f2f0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 24px auto; max-width: 210mm; padding: 24mm 22mm; background: #fff; color: #1a1a1a;
  font: 12pt/1.75 "FangSong", "STFangsong", "仿宋", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; font-variant-numeric: tabular-nums; }
header { text-align: center; }
.organization { margin: 0; padding: 0 0 14pt; color: #c8161d; font: 700 24pt/1.35 "STZhongsong", "SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif;
  letter-spacing: .06em; text-align: center; text-indent: 0; text-wrap: balance; }
.issue { display: flex; justify-content: space-between; padding: 0 2pt 5pt; border-bottom: 2pt solid #c8161d; }
.draft { margin: 10pt 0 0; padding: 3pt 8pt; border: 1pt dashed #8a5a00; color: #8a5a00; text-align: center; text-indent: 0; font-size: 10.5pt; }
h1 { margin: 24pt 0 16pt; text-align: center; text-wrap: balance;
  font: 700 18pt/1.45 "STZhongsong", "SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; }
p { margin: 0 0 4pt; text-indent: 2em; text-align: justify; }
.addressees { text-indent: 0; }
h2 { margin: 14pt 0 5pt; font: 700 13pt/1.5 "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; break-after: avoid; }
table { width: 100%; margin: 5pt 0 8pt; border-collapse: collapse; table-layout: fixed; font-size: 10pt; line-height: 1.45; border-top: 1pt solid #1a1a1a; border-bottom: 1pt solid #1a1a1a; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { padding: 4pt 5pt; border-bottom: .6pt solid #1a1a1a; font-weight: 700; text-align: left; vertical-align: bottom; white-space: nowrap; }
td { padding: 3.5pt 5pt; border-bottom: .4pt solid #c9c9c6; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tbody tr:last-child td { border-bottom: 0; }
.numeric { text-align: right; white-space: nowrap; }
.signature { margin: 26pt 0 0 auto; width: max-content; max-width: 100%; text-align: center; break-inside: avoid; }
.signature p { text-indent: 0; text-align: center; }
footer { margin-top: 26pt; padding-top: 8pt; border-top: .6pt solid #1a1a1a; font-size: 9pt; line-height: 1.55; color: #333; }
footer h2 { margin: 0 0 4pt; font-size: 10pt; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1.5pt 12pt; margin: 0; }
dt { font-weight: 700; }
dd { margin: 0; overflow-wrap: anywhere; }
@media print { html { background: none; } body { margin: 0; padding: 0; max-width: none; } }
@media (max-width: 640px) { body { margin: 0; padding: 20px 16px; } .organization { font-size: 19pt; } table { font-size: 8.5pt; } th { white-space: normal; } dl { display: block; } }
`
