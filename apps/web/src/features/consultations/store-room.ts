import {
  type ContestMove,
  type ContestState,
  leastBallots,
  mostOptions,
  type OptionsProblem,
  questionKind,
  statesBefore,
} from '@convite/domain';
import { invariant } from '@convite/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';
import type { Named, Need } from './pages/views.ts';
import { readMinorUnits } from './stored-forms.ts';
import type { TemplateRecord } from './store-templates.ts';

/** All SQL of the control room: what stands and what is missing in each of thousands of contests. */

/** What contests need, the most urgent first. */
export const needs: readonly Need[] = [
  ...(['fault', 'lots', 'no_options', 'cost', 'no_voters', 'approval', 'waiver', 'no_election', 'trustees'] as const),
];

/** Which contests are looked at; everything that is undefined leaves all in. */
export interface RoomFilter {
  /** One need, or all that need somebody. */
  readonly need: Need | 'any' | undefined;
  readonly status: ContestState | undefined;
  /** Only those from which this move leads on. */
  readonly before: ContestMove | undefined;
  readonly template: string | undefined;
  /** A territory and everything below it. */
  readonly territory: string | undefined;
  /** Only what lies in one of these territories; undefined: anywhere. */
  readonly scope: readonly string[] | undefined;
  /** Part of a name, or the beginning of a code. */
  readonly words: string | undefined;
}

/** The filter that leaves all in. */
const everyContest: RoomFilter = {
  need: undefined,
  status: undefined,
  before: undefined,
  template: undefined,
  territory: undefined,
  scope: undefined,
  words: undefined,
};

export interface RoomRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Name of the territory above it. */
  readonly above: string | null;
  readonly template: string;
  readonly status: ContestState;
  readonly need: Need | null;
  readonly options: number;
  readonly approved: number;
  readonly voters: number;
  readonly turnout: number | null;
  /** Ballots that count, and trustees who have opened their part; null before the encrypted tally. */
  readonly counted: number | null;
  readonly signed: number | null;
  readonly hasWaiver: boolean;
  readonly amount: bigint | null;
}

export interface RoomGroup {
  readonly status: ContestState;
  readonly need: Need | null;
  readonly contests: number;
  readonly options: number;
  readonly approved: number;
  readonly voters: number;
  /** They lie in the territory and have the template that the filter asks for. */
  readonly isShown: boolean;
}

/**
 * One row for each contest with what it needs next: what stops first, what waits second. In order: options, their costs,
 * their approval, voters, a waiver for a small electorate, an election; after closing a board that passes its checks, then
 * trustees, then lots.
 */
const facts = (consultation: string, templates: readonly TemplateRecord[]): RawBuilder<unknown> => sql`
  facts as materialized (
    select k.id, k.template_id as template, k.territory_id as territory, k.status, k.voters, t.code, t.name, t.parent_id,
      t.path, b.voters as turnout, k.small_electorate_waiver is not null as has_waiver, e.amount,
      k.standing as options, k.approved,
      case
        when k.status = 'lots_required' then 'lots'
        when k.status = 'closed' then case when f.contest_id is null then 'trustees' else 'fault' end
        when k.status not in ('draft', 'ready', 'frozen') then null
        when k.standing = 0 then 'no_options'
        when e.amount is not null and (k.priced < k.standing or k.dearest > e.amount) then 'cost'
        when k.approved < k.standing then 'approval'
        when k.voters = 0 then 'no_voters'
        when k.voters < m.least and k.small_electorate_waiver is null then 'waiver'
        when b.contest_id is null then 'no_election'
      end as need
    from contests k join territories t on t.id = k.territory_id
      join unnest(${templates.map(({ id }) => id)}::uuid[],
        ${templates.map(({ rule }) => leastBallots[questionKind(rule)])}::int[]) as m (template, least)
        on m.template = k.template_id
      left join envelopes e on e.id = k.envelope_id
      left join elections b on b.contest_id = k.id
      left join tally_faults f on f.contest_id = k.id
    where k.consultation_id = ${consultation}
  )`;

/** Exceptions first. */
const urgency = sql`coalesce(array_position(${[...needs]}::text[], need), 99)`;

function within({ need, status, before, template, territory, scope, words }: RoomFilter): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (need === 'any') conditions.push(sql`need is not null`);
  else if (need !== undefined) conditions.push(sql`need = ${need}`);
  if (status !== undefined) conditions.push(sql`status = ${status}`);
  if (before !== undefined) conditions.push(sql`status = any(${[...statesBefore(before)]})`);
  if (template !== undefined) conditions.push(sql`template = ${template}`);
  if (territory !== undefined) conditions.push(sql`facts.path @> array[${territory}::uuid]`);
  if (scope !== undefined) conditions.push(sql`facts.path && ${[...scope]}::uuid[]`);
  if (words !== undefined) {
    conditions.push(sql`(starts_with(facts.code, ${words}) or strpos(lower(facts.name), lower(${words})) > 0)`);
  }
  return sql.join(conditions, sql` and `);
}

/**
 * SHA-256 of the ids of contests, in lower-case hexadecimal: a line that says what they are, and one for each in the order
 * of their bytes.
 */
const setHash = sql`encode(sha256(convert_to(
  'contests' || coalesce(string_agg(E'\n' || facts.id::text, '' order by facts.id), ''), 'UTF8')), 'hex')`;

/** What the control room shows of its contests. */
export interface RoomLook {
  /** Exceptions first, then by code. */
  readonly rows: readonly RoomRow[];
  /** How many rows fit the filter, on all pages. */
  readonly total: number;
  /** Which contests fit the filter, on all pages: two sets of one size are told apart. */
  readonly set: string;
  /** All contests in the scope of the filter, whatever else it asks, added up by state and by need. */
  readonly groups: readonly RoomGroup[];
}

/** Looks once at every contest, and tells the rows of a page and the sums of all. */
export async function lookAtRoom(
  db: Database,
  consultation: string,
  templates: readonly TemplateRecord[],
  filter: RoomFilter,
  page: { readonly from: number; readonly most: number },
): Promise<RoomLook> {
  const order = sql`${urgency}, facts.code collate "C", template`;
  const part = { ...everyContest, scope: filter.scope };
  const shown = { ...everyContest, territory: filter.territory, template: filter.template };
  const { rows } = await sql<{
    readonly rows: readonly (Omit<RoomRow, 'amount'> & { readonly amount: string | null })[];
    readonly groups: readonly RoomGroup[];
    readonly fitting: { readonly total: number; readonly set: string };
  }>`
    with ${facts(consultation, templates)}
    select
      (select json_build_object('total', count(*), 'set', ${setHash}) from facts where ${within(filter)}) as fitting,
      (select coalesce(json_agg(line), '[]') from (
        select facts.id, facts.code, facts.name, a.name as above, template, status, need, options, approved, voters,
          turnout, has_waiver as "hasWaiver", amount::text as amount,
          (select y.counted from tallies y where y.contest_id = facts.id) as counted,
          case when status <> 'withheld' then (
            select count(p.owner)::int from tallies y left join tally_parts p
              on p.contest_id = y.contest_id and p.kind = 'decryption'
            where y.contest_id = facts.id group by y.contest_id
          ) end as signed
        from (select * from facts where ${within(filter)} order by ${order} limit ${page.most} offset ${page.from}) facts
          left join territories a on a.id = facts.parent_id
        order by ${order}
      ) line) as rows,
      (select coalesce(json_agg(sums), '[]') from (
        select status, need, ${within(shown)} as "isShown", count(*)::int as contests, sum(options)::int as options, sum(approved)::int as approved,
          sum(voters)::int as voters
        from facts where ${within(part)} group by 1, 2, 3 order by ${urgency}, status
      ) sums) as groups`.execute(db);
  const [look] = rows;
  invariant(look !== undefined, 'sums are one row, of nothing too');
  return {
    ...look.fitting,
    rows: look.rows.map(({ amount, ...row }) => ({ ...row, amount: amount === null ? null : readMinorUnits(amount) })),
    groups: look.groups,
  };
}

/** The ids of every contest that fits, in the order of their codes, and the hash of which they are. */
export async function roomContests(
  db: Database | Tx,
  consultation: string,
  templates: readonly TemplateRecord[],
  filter: RoomFilter,
): Promise<{ readonly contests: readonly string[]; readonly set: string }> {
  const { rows } = await sql<{ readonly contests: readonly string[]; readonly set: string }>`
    with ${facts(consultation, templates)}
    select coalesce(json_agg(id order by code collate "C", template), '[]') as contests, ${setHash} as set
    from facts where ${within(filter)}`.execute(db);
  const [found] = rows;
  invariant(found !== undefined, 'sums are one row, of nothing too');
  return found;
}

/**
 * Territories by which the table can be narrowed: the way down to the chosen one from below the consultation's own, and
 * those right below it that have contests, of the first 200 by name; of a scope what lies in it or above it. None for a
 * territory elsewhere.
 */
export async function territoriesOfRoom(
  db: Database,
  { id, territory: top }: { readonly id: string; readonly territory: string },
  { territory, scope }: Pick<RoomFilter, 'territory' | 'scope'>,
): Promise<{ readonly way: readonly Named[]; readonly inside: readonly Named[] }> {
  const isInScope =
    scope === undefined
      ? sql`true`
      : sql`(below.path && ${[...scope]}::uuid[] or exists (
          select from territories s where s.id = any(${[...scope]}::uuid[]) and s.path @> array[below.id]))`;
  const { rows } = await sql<{ readonly way: readonly Named[]; readonly inside: readonly Named[] }>`
    with chosen as (
      select id, path from territories
      where id = ${territory ?? top} and path @> array[${top}::uuid]
    )
    select
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by cardinality(a.path)), '[]')
        from chosen join territories a on a.id = any(chosen.path)
        where a.path @> array[${top}::uuid] and a.id <> ${top}) as way,
      (select coalesce(json_agg(line), '[]') from (
        select id, name from (
          select c.id, c.name, c.code, c.path from chosen join territories c on c.parent_id = chosen.id
          order by c.name, c.code limit 200
        ) below
        where ${isInScope} and (
          select true from territories t join contests k on k.territory_id = t.id
          where t.path @> array[below.id] and k.consultation_id = ${id}
          limit 1
        )
        order by name, code
      ) line) as inside`.execute(db);
  const [found] = rows;
  invariant(found !== undefined, 'sums are one row, of nothing too');
  return found;
}

/** In how many contests that are not annulled each kind of problem with options stands, and how many contests there are. */
export async function optionsFacts(
  db: Database | Tx,
  consultation: string,
  templates: readonly TemplateRecord[],
): Promise<{
  readonly contests: number;
  readonly problems: readonly { type: OptionsProblem['type']; contests: number }[];
}> {
  const { rows } = await sql<Readonly<Record<OptionsProblem['type'] | 'contests', number>>>`
    select count(*)::int as contests,
      count(*) filter (where k.standing = 0)::int as no_options,
      count(*) filter (where k.listed > m.most)::int as too_many_options,
      count(*) filter (where k.approved < k.standing)::int as not_approved,
      count(*) filter (where e.id is not null and k.priced < k.standing)::int as cost_missing,
      count(*) filter (where e.id is not null and k.dearest > e.amount)::int as cost_above_envelope,
      count(*) filter (where e.id is null and not m.has_winners)::int as neither_envelope_nor_winners
    from contests k
      join unnest(${templates.map(({ id }) => id)}::uuid[],
        ${templates.map(({ rule }) => mostOptions[questionKind(rule)])}::int[],
        ${templates.map(({ rule }) => rule.maximumWinners !== null)}::bool[]) as m (template, most, has_winners)
        on m.template = k.template_id
      left join envelopes e on e.id = k.envelope_id
    where k.consultation_id = ${consultation} and k.status <> 'annulled'`.execute(db);
  const [row] = rows;
  const types = ['no_options', 'too_many_options', 'not_approved', 'cost_missing'] as const;
  const more = ['cost_above_envelope', 'neither_envelope_nor_winners'] as const;
  return {
    contests: row?.contests ?? 0,
    problems: [...types, ...more].map((type) => ({ type, contests: row?.[type] ?? 0 })),
  };
}

/** How many contests each template has. */
export async function contestsByTemplate(
  db: Database | Tx,
  consultation: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly template: string; readonly contests: number }>`
    select template_id as template, count(*)::int as contests from contests
    where consultation_id = ${consultation} and status <> 'annulled' group by 1`.execute(db);
  return new Map(rows.map(({ template, contests }) => [template, contests]));
}

/**
 * SHA-256 of everything that is put to the vote: a line of JSON for each option with its contest and what there is to
 * spend, in the order of their bytes. Equal before and after means that nothing was changed between.
 */
export async function lineUpHash(db: Database | Tx, consultation: string): Promise<string> {
  const { rows } = await sql<{ readonly hash: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(line, E'\n' order by line collate "C"), ''), 'UTF8')), 'hex') as hash
    from (
      select json_build_array(t.code, k.template_id, e.amount, o.number, o.title, o.summary, o.cost, o.place, o.theme)::text
        || case when o.titles <> '{}' or o.summaries <> '{}' then json_build_array(o.titles, o.summaries)::text else '' end
        as line
      from contests k join territories t on t.id = k.territory_id
        left join envelopes e on e.id = k.envelope_id
        left join options o on o.contest_id = k.id and o.withdrawn_at is null
      where k.consultation_id = ${consultation} and k.status <> 'annulled'
    ) lines`.execute(db);
  return rows[0]?.hash ?? '';
}

/** In how many contests that are not open yet each thing is missing. */
export async function needsOfContests(
  db: Database | Tx,
  consultation: string,
  templates: readonly TemplateRecord[],
): Promise<ReadonlyMap<Need, number>> {
  const { rows } = await sql<{ readonly need: Need; readonly contests: number }>`
    with ${facts(consultation, templates)}
    select need, count(*)::int as contests from facts where need is not null group by need`.execute(db);
  return new Map(rows.map(({ need, contests }) => [need, contests]));
}
