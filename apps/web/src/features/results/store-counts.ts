import type { ContestToCount } from '@convite/archive';
import type { ContestState } from '@convite/domain';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about contests as they are counted, and about what they were counted to. */

const languageMap = z.record(z.string(), z.string());
const optionsSchema = z.array(
  z.object({
    number: z.int(),
    title: z.string(),
    titles: languageMap,
    place: z.string(),
    theme: z.string(),
    cost: z.string().nullable(),
    withdrawn: z.boolean(),
  }),
);

/** A contest with what goes into its archive, and where its board stands. */
export interface StoredContest {
  readonly contest: ContestToCount;
  /** Id of its territory. */
  readonly territory: string;
  readonly status: ContestState;
  /** Canonical bytes of the frozen rule. */
  readonly rule: string;
  /** Null where no election was set up. */
  readonly head: string | null;
}

/** Asks for the count of contests; one that was refused before is counted anew. */
export async function putRequests(tx: Tx, consultation: string, contests: readonly string[], now: Date): Promise<void> {
  await sql`
    insert into count_requests (contest_id, consultation_id, requested_at)
    select id, consultation_id, ${now} from contests
    where consultation_id = ${consultation} and id = any(${[...contests]}::uuid[])
    on conflict (contest_id) do update set requested_at = excluded.requested_at, refusal = null`.execute(tx);
}

/** The next contests that wait for their count and can be counted, in the order of their ids. */
export const nextToCount = (
  db: Database,
  consultation: string,
  after: string | null,
  most: number,
): Promise<readonly StoredContest[]> =>
  storedContests(
    db,
    sql`k.consultation_id = ${consultation} and k.status in ('tallied', 'lots_required')
      and (${after}::uuid is null or k.id > ${after}::uuid)
      and exists (select from count_requests r where r.contest_id = k.id and r.refusal is null)`,
    most,
  );

/** Whether a count is under way or will be: of what was opened, or anew with lots. */
export async function isCounting(db: Database, consultation: string): Promise<boolean> {
  const { rows } = await sql`
    select from count_requests r join contests k on k.id = r.contest_id
    where r.consultation_id = ${consultation} and r.refusal is null and k.status in ('tallied', 'lots_required')
    limit 1`.execute(db);
  return rows.length > 0;
}

/** A contest of a consultation. */
export async function contestOf(
  db: Database | Tx,
  consultation: string,
  contest: string,
): Promise<StoredContest | undefined> {
  const [found] = await storedContests(db, sql`k.consultation_id = ${consultation} and k.id = ${contest}`, 1);
  return found;
}

/** Contests that are read at a time: few enough that others are served between two such readings of a nation. */
const contestsAtOnce = 100;

/** All contests of a consultation by id, some at a time. */
export async function* contestsOf(
  db: Database | Tx,
  consultation: string,
): AsyncGenerator<readonly StoredContest[], void> {
  let after: string | null = null;
  for (;;) {
    const condition: RawBuilder<unknown> = sql`k.consultation_id = ${consultation}
      and (${after}::uuid is null or k.id > ${after}::uuid)`;
    const contests = await storedContests(db, condition, contestsAtOnce);
    const last = contests.at(-1);
    if (last === undefined) return;
    yield contests;
    after = last.contest.id;
  }
}

/** Contests that a condition picks, by id; the state of the archive is `provisional`, for whoever counts. */
async function storedContests(
  db: Database | Tx,
  condition: RawBuilder<unknown>,
  most: number | null,
): Promise<readonly StoredContest[]> {
  const { rows } = await sql<{
    readonly id: string;
    readonly territory: string;
    readonly code: string;
    readonly status: ContestState;
    readonly waiver: boolean;
    readonly template: unknown;
    readonly languages: readonly string[];
    readonly form: string;
    readonly most: number;
    readonly listed: number;
    readonly mayBeBlank: boolean;
    readonly amount: string | null;
    readonly hash: string;
    readonly rule: string;
    readonly isMixed: boolean;
    readonly options: unknown;
    readonly people: number;
    readonly spares: number;
    readonly added: number;
    readonly uuid: string | null;
    readonly fingerprint: string | null;
    readonly head: string | null;
  }>`
    select k.id, k.territory_id as territory, t.code, k.status, k.small_electorate_waiver is not null as waiver,
      m.name as template, c.languages, m.form, m.most, k.listed, m.may_be_blank as "mayBeBlank",
      e.amount::text as amount, s.hash, s.canonical as rule, s.canonical::json ->> 'rule' <> 'greedy' as "isMixed",
      coalesce((select json_agg(json_build_object('number', o.number, 'title', o.title, 'titles', o.titles,
          'place', o.place, 'theme', o.theme, 'cost', o.cost::text, 'withdrawn', o.withdrawn_at is not null) order by o.number)
        from options o where o.contest_id = k.id), '[]') as options,
      coalesce(v.people, 0) as people, coalesce(v.spares, 0) as spares, coalesce(v.added, 0) as added, b.uuid, b.fingerprint, b.head
    from contests k join consultations c on c.id = k.consultation_id join territories t on t.id = k.territory_id
      join contest_templates m on m.id = k.template_id join rule_sets s on s.hash = m.rule_hash
      left join envelopes e on e.id = k.envelope_id left join elections b on b.contest_id = k.id
      left join lateral (select count(*) filter (where kind = 'roll')::int as people,
        count(*) filter (where kind = 'spare')::int as spares,
        (count(released_at) - count(voided_at))::int as added
        from public_credentials where contest_id = k.id) v on true
    where ${condition} order by k.id limit ${most}`.execute(db);
  return rows.map((row) => {
    const { id, code, territory, status, waiver, amount, hash, rule, uuid, fingerprint, head } = row;
    const isSetUp = uuid !== null && fingerprint !== null;
    const { people, spares, added } = row;
    const template = languageMap.parse(row.template);
    // As the election was set up: so many answers may be chosen, and no more than there are.
    const most = row.form === 'choose_one' ? 1 : row.isMixed ? row.most : Math.min(row.most, row.listed);
    const [first = '', ...further] = row.languages;
    const named = optionsSchema.parse(row.options).map(({ titles, ...option }) => ({
      ...option,
      ...(further.length > 0 && { titles: inLanguages(titles, further) }),
    }));
    return {
      ...{ territory, status, rule, head },
      contest: {
        ...{ id, territory: code, state: 'provisional', annulled: null, waiver, most },
        name: (template[first] ?? Object.values(template)[0] ?? '').normalize('NFC'),
        ...(further.length > 0 && { names: inLanguages(template, further) }),
        may_be_blank: row.mayBeBlank,
        envelope: amount,
        rule: hash,
        options: amount === null ? named.map((option) => ({ ...option, cost: null })) : named,
        // A spare that takes the place of a lost code makes that one void: what is left was for people who were added.
        slice: isSetUp ? { people, spares, added } : null,
        election: isSetUp ? { uuid, fingerprint } : null,
      },
    };
  });
}

/** What is written of a text in each of some languages. */
const inLanguages = (texts: Readonly<Record<string, string>>, languages: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) =>
      languages.includes(language) && text !== '' ? [[language, text.normalize('NFC')]] : [],
    ),
  );

/** What a contest was counted to. */
export interface NewOutcome {
  readonly contest: string;
  readonly outcome: string;
  readonly lots: string | undefined;
  /** The board that was counted. */
  readonly head: string;
}

/** Holds the contests that still stand where they were counted; the others were annulled meanwhile. */
export async function holdCounted(
  tx: Tx,
  counted: readonly { readonly contest: string; readonly head: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly id: string; readonly head: string }>`
    select k.id, e.head from contests k join elections e on e.contest_id = k.id
    where k.id = any(${counted.map(({ contest }) => contest)}::uuid[]) and k.status in ('tallied', 'lots_required')
    order by k.id for update of k`.execute(tx);
  const heads = new Map(rows.map(({ id, head }) => [id, head]));
  return new Set(counted.filter(({ contest, head }) => heads.get(contest) === head).map(({ contest }) => contest));
}

export async function putOutcomes(tx: Tx, outcomes: readonly NewOutcome[], now: Date): Promise<void> {
  if (outcomes.length === 0) return;
  await tx
    .insertInto('contest_outcomes')
    .values(
      outcomes.map(({ contest, outcome, lots, head }) => ({
        contest_id: contest,
        outcome: Buffer.from(outcome),
        lots: lots === undefined ? null : Buffer.from(lots),
        head,
        counted_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('contest_id').doUpdateSet((row) => ({
        outcome: row.ref('excluded.outcome'),
        lots: row.ref('excluded.lots'),
        head: row.ref('excluded.head'),
        counted_at: row.ref('excluded.counted_at'),
      })),
    )
    .execute();
}

/** Makes a move of the life of a contest with those that stand before it. */
export async function moveTo(
  tx: Tx,
  contests: readonly string[],
  from: readonly ContestState[],
  to: ContestState,
): Promise<void> {
  await sql`update contests set status = ${to}
    where id = any(${[...contests]}::uuid[]) and status = any(${[...from]}::text[])`.execute(tx);
}

export async function dropRequests(tx: Tx, contests: readonly string[]): Promise<void> {
  await sql`delete from count_requests where contest_id = any(${[...contests]}::uuid[])`.execute(tx);
}

/** Why a contest was not counted. */
export interface CountRefused {
  readonly check: string;
  readonly place: string;
  readonly says: string;
}

export async function refuseRequest(tx: Tx, contest: string, refusal: CountRefused): Promise<void> {
  await tx
    .updateTable('count_requests')
    .set({ refusal: JSON.stringify(refusal) })
    .where('contest_id', '=', contest)
    .execute();
}

/** What the trustees proved beside their decryptions, in the order of the board; the form of docs/spec/board.md. */
export async function sideSectionsOf(
  db: Database,
  contest: string,
): Promise<{ readonly uuid: string; readonly fingerprint: string; readonly sections: readonly string[] } | undefined> {
  const { rows } = await sql<{
    readonly uuid: string;
    readonly fingerprint: string;
    readonly sections: readonly string[];
  }>`
    select e.uuid, e.fingerprint, array_agg(p.section order by p.place) as sections
    from tally_parts p join elections e on e.contest_id = p.contest_id
    where p.contest_id = ${contest} and p.kind = 'decryption' group by e.contest_id`.execute(db);
  return rows[0];
}

/** Moves all contests of a consultation that stand in a state. */
export async function moveAllTo(tx: Tx, consultation: string, from: ContestState, to: ContestState): Promise<void> {
  await sql`update contests set status = ${to} where consultation_id = ${consultation} and status = ${from}`.execute(
    tx,
  );
}
