import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../persistence/database.ts';
import type { AnswerLine, AnswerView, ItemOutcomeView, TallyLine, TallyQuery, TallyStage } from './pages/views.ts';
import { taskInSql } from './store-works.ts';

/** SQL about where the counts of thousands of contests stand. */

/** Exceptions, then what waits, then what is done. */
const stagesInOrder: readonly TallyStage[] = [
  ...(['fault', 'preparing', 'shuffle', 'decrypt', 'voting', 'opened', 'withheld', 'annulled'] as const),
];

const facts = (consultation: string): RawBuilder<unknown> => sql`
  parts as materialized (
    select p.contest_id, array_agg(p.owner) filter (where p.kind = 'shuffle') as shuffled,
      array_agg(p.owner) filter (where p.kind = 'decryption') as decrypted
    from tally_parts p join tallies y on y.contest_id = p.contest_id where y.consultation_id = ${consultation} group by 1
  ),
  facts as materialized (
    select k.id, t.code, t.name, m.name as template, e.contest_id is not null as has_board, y.counted, y.kind = 'mixed' as mixed, f.failure,
      coalesce(p.shuffled, '{}') as shuffled, coalesce(p.decrypted, '{}') as decrypted,
      case
        when k.status = 'annulled' then 'annulled'
        when k.status = 'withheld' then 'withheld'
        when k.status in ('draft', 'ready', 'frozen', 'open') then 'voting'
        when k.status <> 'closed' then 'opened'
        when f.contest_id is not null then 'fault'
        when y.bytes is null then 'preparing'
        when ${taskInSql} = 'shuffle' then 'shuffle'
        else 'decrypt'
      end as stage
    from contests k join territories t on t.id = k.territory_id join contest_templates m on m.id = k.template_id
      left join elections e on e.contest_id = k.id left join tallies y on y.contest_id = k.id
      left join tally_faults f on f.contest_id = k.id left join parts p on p.contest_id = k.id
    where k.consultation_id = ${consultation}
  )`;

const inOrder = sql`array_position(${[...stagesInOrder]}::text[], stage), code collate "C", id`;

const failureSchema = z.object({ check: z.string(), place: z.string(), message: z.string() }).nullable();
const names = z.record(z.string(), z.string());

export interface TallyLook {
  readonly lines: readonly TallyLine[];
  readonly stages: readonly { readonly stage: TallyStage; readonly contests: number }[];
  readonly trustees: readonly {
    readonly owner: number;
    readonly shuffles: number;
    readonly decryptions: number;
    readonly waiting: number;
  }[];
}

/** Looks once at every contest: the rows of a page, exceptions first, the sums of all, and who is awaited. */
export async function lookAtTally(
  db: Database,
  consultation: string,
  owners: number,
  { stage, page }: TallyQuery,
  perPage: number,
  language: string,
): Promise<TallyLook> {
  const chosen = stage === undefined ? sql`true` : sql`stage = ${stage}`;
  const { rows } = await sql<{
    readonly lines: readonly (Omit<TallyLine, 'template' | 'failure'> & {
      readonly template: unknown;
      readonly failure: unknown;
    })[];
    readonly stages: TallyLook['stages'];
    readonly trustees: TallyLook['trustees'];
  }>`
    with ${facts(consultation)}
    select
      (select coalesce(json_agg(line), '[]') from (
        select id, code, name, template, stage, has_board as "hasBoard", counted, coalesce(mixed, false) as "isShuffled",
          cardinality(shuffled) as shuffles, cardinality(decrypted) as decryptions, failure
        from facts where ${chosen} order by ${inOrder} limit ${perPage} offset ${(page - 1) * perPage}
      ) line) as lines,
      (select coalesce(json_agg(sums), '[]') from (
        select stage, count(*)::int as contests from facts group by stage
        order by array_position(${[...stagesInOrder]}::text[], stage)
      ) sums) as stages,
      (select coalesce(json_agg(people order by owner), '[]') from (
        select owner,
          count(*) filter (where owner = any(shuffled))::int as shuffles,
          count(*) filter (where owner = any(decrypted))::int as decryptions,
          count(*) filter (where stage = 'shuffle' and owner <> all(shuffled)
            or stage = 'decrypt' and owner <> all(decrypted))::int as waiting
        from generate_series(1, ${owners}) owner left join facts on true group by owner
      ) people) as trustees`.execute(db);
  const [look] = rows;
  const lines = (look?.lines ?? []).map(({ template, failure, ...line }): TallyLine => {
    const texts = names.parse(template);
    return {
      ...line,
      template: texts[language] ?? Object.values(texts)[0] ?? '',
      failure: failureSchema.parse(failure),
    };
  });
  return { lines, stages: look?.stages ?? [], trustees: look?.trustees ?? [] };
}

type StoredAnswer = Omit<AnswerLine, 'counts'> & { readonly counts: unknown };
const countsSchema: z.ZodType<Readonly<Partial<Record<ItemOutcomeView, number>>>> = z.record(z.string(), z.int());

const answerColumns = sql`
  a.id, a.owner, a.brought_at as at, a.contests, a.finished_at is not null as "isDone",
  (select count(*)::int from tally_answer_items i where i.answer_id = a.id and i.outcome is not null) as done,
  (select coalesce(json_object_agg(outcome, items), '{}') from (
    select outcome, count(*)::int as items from tally_answer_items i
    where i.answer_id = a.id and i.outcome is not null group by outcome
  ) sums) as counts`;

const toLine = ({ counts, at, ...line }: StoredAnswer): AnswerLine => ({
  ...line,
  at: new Date(at).toISOString(),
  counts: countsSchema.parse(counts),
});

/** What trustees brought last. */
export async function lastAnswers(db: Database, consultation: string, most: number): Promise<readonly AnswerLine[]> {
  const { rows } = await sql<StoredAnswer>`
    select ${answerColumns} from tally_answers a where a.consultation_id = ${consultation}
    order by a.brought_at desc, a.id limit ${most}`.execute(db);
  return rows.map(toLine);
}

export async function findAnswer(db: Database, consultation: string, id: string): Promise<AnswerLine | undefined> {
  const { rows } = await sql<StoredAnswer>`
    select ${answerColumns} from tally_answers a where a.consultation_id = ${consultation} and a.id::text = ${id}`.execute(
    db,
  );
  const [row] = rows;
  return row === undefined ? undefined : toLine(row);
}

/** What of an answer was not taken, refused first. */
export async function leftOfAnswer(db: Database, answer: string, most: number): Promise<AnswerView['left']> {
  const { rows } = await sql<Omit<AnswerView['left'][number], 'failure'> & { readonly failure: unknown }>`
    select i.contest, t.name, i.kind, i.outcome, i.failure
    from tally_answer_items i left join contests k on k.id::text = i.contest left join territories t on t.id = k.territory_id
    where i.answer_id = ${answer} and i.outcome in ('refused', 'stale', 'unknown')
    order by array_position(array['refused', 'unknown', 'stale'], i.outcome), i.turn limit ${most}`.execute(db);
  return rows.map(({ failure, ...row }) => ({ ...row, failure: failureSchema.parse(failure) }));
}
