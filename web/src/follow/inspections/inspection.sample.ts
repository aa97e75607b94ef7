import { InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'

/** One order on an inspector's list, for tests. */
export const anInspection = (wish: Partial<InspectionView>): InspectionView => ({
  ...InspectionView.parse({
    roundId: '01990000-0000-7000-8000-000000000901',
    quarter: '2026Q4',
    orderId: '01990000-0000-7000-8000-000000000902',
    number: 'C-2026-000012',
    title: '园区母婴室改造',
    tier: 'C',
    state: 'claimed',
    basis: 'sample',
    owner: '柳市镇党委',
    town: '柳市镇',
    location: '电器城 3 号楼',
    ask: '在园区设一间母婴室',
    acceptance: '可用、有标识、有人管',
    claimants: ['某断路器企业乙党支部'],
    said: [{ at: '2026-11-18T01:00:00Z', kind: 'progress', words: '已完成装修', attachments: [] }],
    lastProgress: null,
    dueAt: null,
    callBackDue: false,
    callees: [],
    ownerContact: null,
    finding: null,
    locked: false,
  }),
  ...wish,
})
