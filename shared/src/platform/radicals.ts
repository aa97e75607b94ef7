// Radicals that are whole characters in use, as Unicode's EquivalentUnifiedIdeograph gives them. NFKC knows the Kangxi block
// (U+2F00), but not this supplement (U+2E80), which PDF files print in place of the characters.
const supplement =
  '⺁厂|⺈刀|⺊卜|⺌小|⺍小|⺎兀|⺓幺|⺘手|⺙攵|⺜日|⺝月|⺟母|⺠民|⺧牛|⺩王|⺫目|⺬示|⺱网|⺶羊|⻀艹|⻃西|⻄西|⻅见|⻆角|⻉贝|⻋车|⻏邑|⻑长|⻓长|⻔门|⻖阜|⻗雨|⻘青|⻙韦|⻚页|⻛风|⻜飞|⻝食|⻠饣|⻢马|⻣骨|⻤鬼|⻥鱼|⻦鸟|⻧卤|⻨麦|⻩黄|⻪黾|⻬齐|⻮齿|⻰龙|⻳龟'
const characterOf = new Map(supplement.split('|').map((pair) => [pair.slice(0, 1), pair.slice(1)]))

/** Characters for the radicals that look like them, as copied from a PDF: `⼈⺠` is 人民. */
export const withoutRadicals = (text: string): string =>
  text.replaceAll(/[\u2E80-\u2FD5]/gu, (sign) => characterOf.get(sign) ?? sign.normalize('NFKC'))
