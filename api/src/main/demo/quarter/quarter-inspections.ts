import {
  type FindingId,
  InspectionList,
  type InspectionView,
  type SubmitFinding,
} from '@dj/shared/follow/finding/finding.schema.ts'
import sharp from 'sharp'
import { z } from 'zod'
import { newId } from '../../../platform/deps.ts'
import { secretaries } from '../demo-build.ts'
import type { DemoClient } from '../demo-client.ts'

/** What becomes of an order that was found wanting. */
export type Wanting = 'passes' | 'fails' | 'pending' | 'proposed'
/** In the order in which they are met: the first C orders still at work. */
const fates: readonly Wanting[] = ['passes', 'fails', 'pending', 'proposed']

export interface Found {
  orderId: string
  town: string | null
  inspector: string
  fate: Wanting
}

type Sent = z.input<typeof SubmitFinding>
const atWork = new Set(['open', 'claimed', 'delivered'])

/** Every inspector visits all that was dealt to them; answers how many findings there were and which orders were found wanting. */
export async function inspectAll(
  client: DemoClient,
  inspectors: readonly string[],
  at: Date,
): Promise<{ findings: number; wanting: Found[] }> {
  const visits: { inspector: string; item: InspectionView }[] = []
  for (const inspector of inspectors) {
    const { items } = InspectionList.parse(await client.as(inspector).get('/inspections'))
    visits.push(...items.map((item) => ({ inspector, item })))
  }
  visits.sort((a, b) => ((a.item.number ?? '') < (b.item.number ?? '') ? -1 : 1))
  const wanting = visits
    .filter(({ item }) => item.tier === 'C' && atWork.has(item.state) && secretaries[item.town ?? ''] !== undefined)
    .slice(0, fates.length)
    .map(({ inspector, item }, i): Found => {
      return { orderId: item.orderId, town: item.town, inspector, fate: fates[i] ?? 'pending' }
    })
  for (const { inspector, item } of visits) {
    const fate = wanting.find(({ orderId }) => orderId === item.orderId)?.fate
    await visit(client, { inspector, item }, fate, at)
  }
  return { findings: visits.length, wanting }
}

/** One inspector goes there, takes a photo and hands in what was found: all well, unless a fate is given. */
export async function visit(
  client: DemoClient,
  { inspector, item }: { inspector: string; item: InspectionView },
  fate: Wanting | undefined,
  at: Date,
): Promise<void> {
  const user = client.as(inspector)
  const { id } = z.object({ id: z.uuid() }).parse(await user.upload('/attachments', await aPhoto()))
  const finding = findingOn(item, fate, at, id)
  await user.post(`/inspections/${item.roundId}/${item.orderId}/finding`, finding)
}

function findingOn(item: InspectionView, fate: Wanting | undefined, at: Date, photo: string): Sent {
  const callBack = item.callBackDue
    ? { called: true, satisfied: fate === undefined, words: '已电话回访需求方。' }
    : null
  const written = { checklistVersion: 1, callBack, attachmentIds: [photo], writtenAt: at.toISOString(), baseVersion: 0 }
  return { id: newId<FindingId>(), ...written, ...(fate === undefined ? good(item) : wrong(fate)) }
}

const fine = { progress_real: true, records_complete: true }

function good({ tier }: InspectionView) {
  if (tier === 'B') {
    const answers = { ...fine, real_effect: 3, satisfaction: 4 }
    return { answers, effect: 'fair', verdict: 'pass', words: '进展属实，成效一般，建议加快进度。' } as const
  }
  const answers = { ...fine, real_effect: 5, satisfaction: 5, people_reached: 36 }
  return { answers, effect: 'good', verdict: 'pass', words: '现场与填报一致，群众反映良好。' } as const
}

function wrong(fate: Wanting) {
  const gaps = { progress_gap: '填报已开展两次，现场只查到一次', records_gap: '缺签到表' }
  const answers = {
    ...gaps,
    progress_real: false,
    records_complete: false,
    real_effect: 2,
    satisfaction: 2,
  }
  const todo = {
    progress_real: '据实更正进展，补办未开展的一次活动',
    records_complete: '补齐签到表和过程照片',
    real_effect: '按验收标准逐项整改',
    satisfaction: '逐户听取意见并答复',
  }
  if (fate !== 'proposed')
    return {
      answers,
      todo,
      effect: 'poor',
      verdict: 'rectify',
      words: '活动次数与填报不符，签到记录缺失，须整改。',
    } as const
  const words = '需求方已停产，项目没有继续的必要，建议退出。'
  return { answers, effect: 'poor', verdict: 'propose_retirement', words } as const
}

let shade = 0
/** A plain picture, each another one. */
async function aPhoto(): Promise<File> {
  shade += 1
  const background = { r: shade % 256, g: 120, b: 160 }
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(bytes)], `现场${shade}.jpg`, { type: 'image/jpeg' })
}
