import { CountyDesk, CountyList } from '@dj/shared/county/organization/county.schema.ts'
import { CountyId, OrganizationId } from '@dj/shared/platform/ids.ts'
import { z } from 'zod'
import { SetUp, SetupDone, SetupView } from '@dj/shared/county/people/setup.schema.ts'
import { openOperation } from '../../platform/http/spec.ts'
import { listCountiesFor, readDesk } from './list-counties.ts'
import { readSetup } from './read-setup.ts'
import { setUp } from './set-up.ts'

const tag = 'setup'

export const setupRoutes = [
  openOperation(
    {
      operation: 'setup.read',
      method: 'get',
      path: '/setup',
      tag,
      summary: '初始设置 · Whether set-up is still to be done, and the counties to choose from',
      reply: SetupView,
      refusals: [],
    },
    ({ deps }) => readSetup(deps),
  ),
  openOperation(
    {
      operation: 'setup.create',
      method: 'post',
      path: '/setup',
      tag,
      summary: '完成初始设置 · Create the county, its towns and its three administrators with the one-time code',
      body: SetUp,
      reply: SetupDone,
      status: 201,
      refusals: ['setup.not_available', 'setup.wrong_code', 'account.password_weak', 'person.username_taken'],
    },
    ({ deps, body }) => setUp(deps, body),
  ),
  openOperation(
    {
      operation: 'county.read',
      method: 'get',
      path: '/county',
      tag,
      summary: '县情 · The counties served here, with their towns',
      reply: CountyList,
      refusals: [],
    },
    ({ deps }) => listCountiesFor(deps),
  ),
  openOperation(
    {
      operation: 'county.desk',
      method: 'get',
      path: '/counties/{countyId}/desks/{organizationId}',
      tag,
      summary: '张贴单位 · The organization whose poster led to the open form',
      params: z.strictObject({ countyId: CountyId, organizationId: OrganizationId }),
      reply: CountyDesk,
      refusals: ['not_found'],
    },
    ({ deps, params }) => readDesk(deps, params),
  ),
]
