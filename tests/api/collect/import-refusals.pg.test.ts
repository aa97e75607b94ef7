import { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { expect } from 'vitest'
import { bring, brought, nothingStored, real, test, workbook } from '../../support/imports.ts'

test('a town organizer brings in their own town only; a table that names none is theirs', async ({
  world,
  county: _,
}) => {
  const town = world.as(await world.aTownOrganizer(world.county.towns[1]))
  const report = await brought(town, workbook())
  expect(report.counts).toMatchObject({ rows: 45, create: 12, refused: 33 })
  expect(report.rows.at(-1)?.issues).toContainEqual(
    expect.objectContaining({ level: 'error', code: 'import.town_not_yours' }),
  )
  const csv = new File(['企业名称,需求主体,需求类别,需求内容\n某企业,企业,共抓,想办一场消防演练\n'], '需求.csv')
  const [row] = (await brought(town, csv)).rows
  expect((await town.get(`/needs/${row?.needId}`)).as(NeedView).town?.name).toBe('柳市镇')
})

test('a file that cannot be read gets one sentence and leaves nothing behind', async ({ world, county }) => {
  const bytes = new Uint8Array(real)
  const header = '企业名称,需求主体,需求类别,需求内容\n'
  const files: [File, number, string][] = [
    [new File(['只是几句话'], '需求.xlsx'), 422, 'import.not_a_workbook'],
    [workbook(bytes.slice(0, 20_000)), 422, 'import.not_a_workbook'],
    [new File([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)], '需求.xlsx'), 422, 'import.encrypted'],
    [new File(['甲,乙\n1,2\n'], '需求.csv'), 422, 'import.no_header'],
    [new File([header], '需求.csv'), 422, 'import.empty'],
    [new File([], '需求.csv'), 422, 'import.empty'],
    [
      new File(
        [header, ...Array.from({ length: 50_001 }, (_, n) => `企业${n},企业,共抓,想办第${n}场演练\n`)],
        '多.csv',
      ),
      422,
      'import.too_many_rows',
    ],
    [new File([Buffer.alloc(32 * 1024 * 1024 + 1)], '大.csv'), 413, 'import.too_large'],
  ]
  for (const [file, status, code] of files) {
    const reply = await bring(county, file)
    expect([reply.status, reply.code]).toEqual([status, code])
  }
  await nothingStored(world)
})

test('a form without a file, with unknown parts or broken decisions is refused by name', async ({ world, county }) => {
  expect((await bring(county, workbook(), { decisions: '{' })).fields).toEqual({ decisions: 'request.malformed' })
  expect((await bring(county, workbook(), { decisions: '{"柳市镇!10":"drop"}' })).fields).toEqual({
    'decisions.柳市镇!10': 'field.not_offered',
  })
  expect((await bring(county, workbook(), { town: '柳市镇' })).fields).toEqual({ town: 'field.unknown' })
  expect((await county.post('/needs/import?dryRun=true', {})).code).toBe('request.wrong_type')
  expect((await county.upload('/needs/import?dryRun=perhaps', { file: workbook() })).status).toBe(422)
  expect((await bring(world.as(await world.aSecretary()), workbook())).code).toBe('auth.forbidden')
  expect((await bring(world.anonymous(), workbook())).code).toBe('auth.required')
  await nothingStored(world)
})
