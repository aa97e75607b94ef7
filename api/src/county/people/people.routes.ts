import { AccountAdded } from '@dj/shared/county/people/account.schema.ts'
import { PersonId } from '@dj/shared/platform/ids.ts'
import {
  AddPerson,
  ColleagueList,
  ColleagueQuery,
  EditPerson,
  PersonPage,
  PersonQuery,
  PersonView,
} from '@dj/shared/county/people/people.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { addPerson } from './add-person.ts'
import { editPerson } from './edit-person.ts'
import { listColleaguesFor } from './list-colleagues.ts'
import { listPeopleFor } from './list-people.ts'

const tag = 'people'

export const peopleRoutes = [
  operation(
    {
      operation: 'person.list',
      method: 'get',
      path: '/people',
      tag,
      summary: '账号 · People and their accounts; names only to the system administrator',
      query: PersonQuery,
      reply: PersonPage,
      refusals: ['request.bad_cursor'],
    },
    ({ deps, actor, query }) => listPeopleFor(deps, { actor, ...query }),
  ),
  operation(
    {
      operation: 'person.add',
      method: 'post',
      path: '/people',
      tag,
      summary: '新增账号 · Add a person with an account; the one-time code that opens it is shown in this answer only',
      body: AddPerson,
      reply: AccountAdded,
      status: 201,
      refusals: [
        'organization.closed',
        'person.username_taken',
        'person.organization_unknown',
        'person.phone_taken',
        'person.document_taken',
      ],
    },
    ({ deps, actor, body }) => addPerson(deps, { actor, ...body }),
  ),
  operation(
    {
      operation: 'person.edit',
      method: 'patch',
      path: '/people/{id}',
      tag,
      summary: '修改账号 · Change a person: suspension ends their sessions at once',
      params: z.strictObject({ id: PersonId }),
      body: EditPerson,
      reply: PersonView,
      versioned: true,
      refusals: [
        'organization.closed',
        'not_found',
        'person.organization_unknown',
        'person.not_oneself',
        'person.still_responsible',
        'grant.last_one',
        'person.phone_taken',
        'person.document_taken',
      ],
    },
    ({ deps, actor, params, body, version }) => editPerson(deps, { actor, ...params, ...body, version }),
  ),
  operation(
    {
      operation: 'colleague.list',
      method: 'get',
      path: '/colleagues',
      tag,
      summary: '可列为参与人的同志 · Whom one may list in a collective claim, by alias',
      query: ColleagueQuery,
      reply: ColleagueList,
      refusals: [],
    },
    ({ deps, actor, query }) => listColleaguesFor(deps, { actor, ...query }),
  ),
]
