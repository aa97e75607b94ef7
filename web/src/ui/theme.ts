import type { ThemeConfig } from 'antd'

/** The colours of the house; tokens.css says the same to plain CSS, and a test holds the two together. */
export const colours = {
  brand: '#c8161d',
  'brand-deep': '#a50f16',
  link: '#0958d9',
  'link-deep': '#003eb3',
  ink: '#1b1f24',
  'ink-2': '#4a525c',
  'ink-3': '#656d78',
  line: '#e2e5e9',
  'line-strong': '#8c949f',
  surface: '#ffffff',
  ground: '#f7f8f9',
  fill: '#eff1f3',
  ok: '#1a7038',
  warn: '#8f5200',
  danger: '#a8082f',
} as const

export const family =
  "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Noto Sans Hans', system-ui, sans-serif"

export interface Scale {
  readonly text: number
  readonly lead: number
  readonly title: number
  readonly display: number
  readonly control: number
}

export function scaleFor({ phone, elder }: { phone: boolean; elder: boolean }): Scale {
  const [text, lead, title, display] = phone ? [16, 18, 22, 28] : [14, 16, 20, 28]
  const more = elder ? 4 : 0
  return {
    text: text + more,
    lead: lead + more,
    title: title + more,
    display: display + more,
    control: elder ? 60 : phone ? 48 : 36,
  }
}

/** antd in the house's clothes: hairlines for shadows, red for the primary button and the current tab only. */
export function antdTheme(display: { phone: boolean; elder: boolean }): ThemeConfig {
  const scale = scaleFor(display)
  return {
    hashed: false,
    token: { ...palette, ...measures(scale), fontFamily: family, motion: false, wireframe: false },
    components: {
      Button: { ...button, algorithm: true },
      Tabs: {
        itemSelectedColor: colours.ink,
        inkBarColor: colours.brand,
        itemHoverColor: colours.ink,
        itemActiveColor: colours.ink,
      },
      Table: {
        headerBg: colours.ground,
        headerColor: colours['ink-2'],
        headerSplitColor: 'transparent',
        rowHoverBg: colours.ground,
      },
      Form: { labelColor: colours.ink, verticalLabelPadding: '0 0 4px' },
    },
  }
}

const button = {
  colorPrimary: colours.brand,
  colorPrimaryHover: colours['brand-deep'],
  colorPrimaryActive: '#8a0b12',
  defaultBorderColor: colours['line-strong'],
  defaultHoverBorderColor: colours['ink-2'],
  defaultHoverColor: colours.ink,
  fontWeight: 500,
  primaryShadow: 'none',
  defaultShadow: 'none',
  dangerShadow: 'none',
}

const palette = {
  colorPrimary: colours.link,
  colorInfo: colours.link,
  colorLink: colours.link,
  colorLinkHover: colours['link-deep'],
  colorSuccess: colours.ok,
  colorWarning: colours.warn,
  colorError: colours.danger,
  colorText: colours.ink,
  colorTextSecondary: colours['ink-2'],
  colorTextTertiary: colours['ink-3'],
  colorTextDescription: colours['ink-2'],
  colorTextPlaceholder: colours['ink-3'],
  colorBorder: colours['line-strong'],
  colorBorderSecondary: colours.line,
  colorBgLayout: colours.surface,
}

const measures = ({ text, lead, title, display, control }: Scale) => ({
  fontSize: text,
  fontSizeSM: text,
  fontSizeLG: lead,
  fontSizeHeading1: display,
  fontSizeHeading2: title,
  fontSizeHeading3: lead,
  lineHeight: 1.5,
  borderRadius: 6,
  borderRadiusLG: 6,
  borderRadiusSM: 4,
  controlHeight: control,
  controlHeightLG: control + 8,
  controlHeightSM: Math.max(28, control - 8),
  boxShadow: 'none',
  boxShadowSecondary: `0 0 0 1px ${colours.line}`,
  boxShadowTertiary: 'none',
})
