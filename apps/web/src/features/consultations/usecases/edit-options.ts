import {
  mostOptions,
  type OptionColumn,
  type OptionRow,
  type OptionTableProblem,
  optionTableProblems,
  questionKind,
  readOptionRow,
} from '@convite/domain';
import { err, ok, type Result, writeMoney } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import type { Tx } from '../../../persistence/database.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { ConsultationRecord } from '../store.ts';
import { type ContestRecord, findContest } from '../store-contests.ts';
import { type OptionRecord, optionsOf, removeOption, replaceOptions } from '../store-options.ts';
import { templatesOf } from '../store-templates.ts';
import { text, type Typed } from './form-problems.ts';
import { inDraft, inDraftCounted, type NotDraft, type OtherDecimals } from './hold-draft.ts';

export type OptionRefusal =
  | NotDraft
  | OtherDecimals
  /** Somebody has taken it out meanwhile. */
  | { readonly type: 'unknown_option' }
  /** Of a problem with another option of the paper, `first` is the number of that one. */
  | { readonly type: 'wrong'; readonly problems: readonly OptionTableProblem[] };

/** The controls of the form, which are the columns of a table but the first: the paper is known. */
const columns = ['number', 'title', 'summary', 'cost', 'place', 'theme'] as const satisfies readonly OptionColumn[];
const columnsIn = (further: readonly string[]): readonly string[] => [
  ...columns,
  ...further.flatMap((language) => [`title_${language}`, `summary_${language}`]),
];

/**
 * Adds an option to a contest, or corrects the one of a number, read as a table is read. What is corrected must be approved
 * again; what stays as it was keeps its approval.
 */
export const writeOption = (
  context: ConsultationsContext,
  consultation: Pick<ConsultationRecord, 'id' | 'decimals'>,
  { contest, was }: { readonly contest: string; readonly was: number | undefined },
  typed: Typed,
  by: string,
): Promise<Result<undefined, OptionRefusal>> =>
  inDraftCounted<undefined, OptionRefusal>(context, consultation, async (tx, held) => {
    const found = await paperOf(tx, held, contest);
    if (!found.ok) return found;
    const { code, options, most } = found.value;
    const before = options.find(({ number }) => number === was);
    if (was !== undefined && before === undefined) return err({ type: 'unknown_option' });
    // A box of several lines is one cell: its line ends are spaces.
    const further = held.languages.slice(1);
    const named = columnsIn(further);
    const heading = {
      places: { code: 0, ...Object.fromEntries(named.map((column, i) => [column, i + 1])) },
      ...{ ignored: [], width: named.length + 1 },
    };
    const cells = [code, ...named.map((column) => text(typed, column).replaceAll(/\s+/gu, ' '))];
    const row = readOptionRow(0, cells, heading, held.decimals, further);
    if (!row.ok) return err({ type: 'wrong', problems: row.error });
    const others = options.filter((option) => option !== before);
    const rows: readonly OptionRow[] = [...others.map((other) => ({ ...other, code, line: other.number })), row.value];
    const problems = optionTableProblems(rows, () => true, most).map(({ problem }) => problem);
    if (problems.length > 0) return err({ type: 'wrong', problems });
    await replaceOptions(
      tx,
      rows.map((option) => ({ ...option, contest })),
    );
    await note(context, tx, held, contest, by, { before, after: row.value });
    return ok(undefined);
  });

/** Takes an option out of a contest that is still being written; its number can be given again. */
export const takeOptionOut = (
  context: ConsultationsContext,
  consultation: string,
  { contest, was }: { readonly contest: string; readonly was: number },
  by: string,
): Promise<Result<undefined, NotDraft | { readonly type: 'unknown_option' }>> =>
  inDraft<undefined, NotDraft | { readonly type: 'unknown_option' }>(context, consultation, async (tx, held) => {
    const found = await paperOf(tx, held, contest);
    if (!found.ok) return found;
    const before = found.value.options.find(({ number }) => number === was);
    if (before === undefined) return err({ type: 'unknown_option' });
    await removeOption(tx, contest, was);
    await note(context, tx, held, contest, by, { before });
    return ok(undefined);
  });

/** An option as its form shows it; undefined for none of that number. */
export async function optionTexts(
  { database }: Pick<ConsultationsContext, 'database'>,
  { decimals }: Pick<ConsultationRecord, 'decimals'>,
  { contest, was }: { readonly contest: string; readonly was: number },
): Promise<readonly (readonly [string, string])[] | undefined> {
  const option = (await optionsOf(database, contest)).find(({ number }) => number === was);
  if (option === undefined) return undefined;
  const { number, title, summary, cost, place, theme, titles, summaries } = option;
  const plain = { title, summary, place, theme };
  return [
    ['number', String(number)],
    ['cost', cost === null ? '' : writeMoney(cost, decimals)],
    ...Object.entries(plain),
    ...Object.entries(titles).map(([language, text]) => [`title_${language}`, text] as const),
    ...Object.entries(summaries).map(([language, text]) => [`summary_${language}`, text] as const),
  ];
}

interface PaperInDraft {
  readonly code: string;
  readonly options: readonly OptionRecord[];
  readonly most: number;
}

const inDraftStates: readonly ContestRecord['status'][] = ['draft', 'ready'];

async function paperOf(
  tx: Tx,
  { id, status }: ConsultationRecord,
  contest: string,
): Promise<Result<PaperInDraft, NotDraft>> {
  const found = await findContest(tx, id, contest);
  const template = (await templatesOf(tx, id)).find((one) => one.id === found?.template);
  if (found === undefined || template === undefined || !inDraftStates.includes(found.status)) {
    return err({ type: 'not_draft', state: status });
  }
  const options = await optionsOf(tx, contest);
  return ok({ code: found.territory.code, options, most: mostOptions[questionKind(template.rule)] });
}

type ToldOption = Pick<OptionRow, (typeof told)[number]>;
const told = [...columns, 'titles', 'summaries'] as const;

/** What stood there and what stands there now, in the trail. */
async function note(
  { now }: ConsultationsContext,
  tx: Tx,
  { id, territory }: ConsultationRecord,
  contest: string,
  by: string,
  options: { readonly before: ToldOption | undefined; readonly after?: ToldOption },
): Promise<void> {
  const written = (option: ToldOption | undefined): Readonly<Record<string, unknown>> | null =>
    option === undefined
      ? null
      : Object.fromEntries(told.map((column) => [column, column === 'cost' ? writtenCost(option) : option[column]]));
  await appendAudit(tx, {
    ...{ event: 'contest.write', subject: id, actor: by, territory, isPublic: false },
    details: { contest, before: written(options.before), after: written(options.after) },
    now: now(),
  });
}

const writtenCost = ({ cost }: ToldOption): string | null => (cost === null ? null : String(cost));
