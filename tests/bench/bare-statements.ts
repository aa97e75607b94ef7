const viewer = `
  me as materialized (
    select p.county_id, p.id, p.skills, h.town_id, h.path, array(select distinct x.category from claim c
      join demand_order x on x.county_id = c.county_id and x.id = c.order_id
      where c.county_id = p.county_id and c.person_id = p.id and c.state = 'completed') as record
    from person p left join organization h on h.county_id = p.county_id and h.id = p.home_organization_id
    where p.county_id = '330382' and p.id = $1::uuid)`

const claims = `
  (select coalesce(json_agg(json_build_object('id', c.id, 'place', c.place, 'cycle', c.cycle, 'kind', c.claimant_kind, 'claimant', coalesce(g.name, p.alias),
      'personId', c.person_id, 'organizationId', c.organization_id, 'state', c.state, 'startedAt', c.started_at, 'dueAt', c.due_at,
      'lastReportAt', c.last_report_at, 'share', c.share) order by c.place, c.started_at), '[]')
    from claim c join person p on p.county_id = c.county_id and p.id = c.person_id
    left join organization g on g.county_id = c.county_id and g.id = c.organization_id
    where c.county_id = o.county_id and c.order_id = o.id) as claims`

const card = `
  o.id, o.number, o.version, o.tier, o.state, o.cycle, o.title, o.category, o.mode, o.confirm_required, o.claim_by::text, o.due_on::text, o.standing,
  o.skills, o.published_at::text, o.listed_at::text, o.state_since::text, w.id as owner_id, w.name as owner_name, t.id as town_id, t.name as town_name,
  ${claims},
  (select count(*)::int from order_place p where p.county_id = o.county_id and p.order_id = o.id) as places,
  (select count(*)::int from second s where s.county_id = o.county_id and s.order_id = o.id) as seconds,
  o.skills && me.skills as by_skill, coalesce(o.town_id = me.town_id, false) as by_place, o.category = any(me.record) as by_record,
  (select part from order_part q where q.county_id = o.county_id and q.order_id = o.id and q.person_id = me.id) as part`

const around = `
  join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
  left join organization t on t.county_id = o.county_id and t.id = o.town_id`

const newestOpen = (narrowed: string) => `
  with ${viewer}
  select ${card} from (
    select * from demand_order where county_id = '330382' and state = 'open' and ${narrowed} order by listed_at desc nulls last, id desc nulls last limit 20) o
  cross join me ${around} order by o.listed_at desc, o.id desc`

/** The newest 20 open orders of a town and tier; $1 viewer, $2 town, $3 tier. */
export const listStatement = newestOpen('town_id = $2::uuid and tier = $3')

/** The newest 20 open orders with all of these terms; $1 viewer, $2 terms. */
export const searchStatement = newestOpen('search @> $2::text[]')

/** One order with its claims, deliveries, needs and ratings; $1 viewer, $2 order. */
export const readStatement = `
  with ${viewer}
  select ${card}, o.ask, o.acceptance, o.beneficiaries, o.tier_reason, o.location, o.standing_until::text, o.author_id, a.alias as author_alias,
    (select coalesce(json_agg(json_build_object('id', d.id, 'claimId', d.claim_id, 'words', d.words, 'hours', d.hours, 'deliveredAt', d.delivered_at,
        'answer', d.answer, 'answerWords', d.answer_words, 'answeredAt', d.answered_at, 'answerVia', d.answer_via,
        'attachments', array(select f.id from attachment f where f.county_id = d.county_id and f.delivery_id = d.id)) order by d.delivered_at), '[]')
      from delivery d where d.county_id = o.county_id and d.order_id = o.id) as deliveries,
    (select coalesce(json_agg(json_build_object('id', n.id, 'body', n.body, 'requesterName', n.requester_name, 'mine', n.requester_person_id = me.id)
        order by n.received_at, n.id), '[]')
      from order_need l join need n on n.county_id = l.county_id and n.id = l.need_id where l.county_id = o.county_id and l.order_id = o.id) as needs,
    (select coalesce(json_agg(json_build_object('side', r.side, 'attitude', r.attitude, 'speed', r.speed, 'result', r.result, 'words', r.words)), '[]')
      from rating r where r.county_id = o.county_id and r.order_id = o.id) as ratings,
    (select json_build_object('outcome', f.outcome, 'closedAt', f.closed_at, 'summary', f.summary) from feedback_record f
      where f.county_id = o.county_id and f.order_id = o.id order by f.cycle desc limit 1) as feedback,
    w.id = any(me.path)
      or exists (select from order_need l join need n on n.county_id = l.county_id and n.id = l.need_id
        where l.county_id = o.county_id and l.order_id = o.id and n.requester_person_id = me.id)
      or exists (select from second s where s.county_id = o.county_id and s.order_id = o.id and s.person_id = me.id) as entitled,
    exists (select from second s where s.county_id = o.county_id and s.order_id = o.id and s.person_id = me.id) as seconded
  from demand_order o cross join me ${around} join person a on a.county_id = o.county_id and a.id = o.author_id
  where o.county_id = '330382' and o.id = $2::uuid`
