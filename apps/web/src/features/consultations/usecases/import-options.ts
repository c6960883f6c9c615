import {
  type HeadingProblem,
  mostOptions,
  neededOptionColumns,
  optionColumnsIn,
  type OptionRow,
  type OptionTableProblem,
  optionTableProblems,
  questionKind,
  readHeading,
  readOptionRow,
} from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction } from '../../../persistence/database.ts';
import {
  hasProblemList,
  type ProblemListPlace,
  problemPieces,
  putProblems,
  readProblems,
} from '../../../persistence/problem-lists.ts';
import { type DeclaredTable, openTable, type TableProblem } from '../../../reading/open-table.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import { noteBulk } from '../store-contests.ts';
import { contestsByCode, replaceOptions } from '../store-options.ts';
import { templatesOf } from '../store-templates.ts';
import { inDraftCounted, type NotDraft, type OtherDecimals } from './hold-draft.ts';

/** Something to mend in a table of options. */
export interface OptionsFileProblem {
  /** `null`: the whole file. */
  readonly line: number | null;
  readonly problem:
    | OptionTableProblem
    | HeadingProblem
    | { readonly type: TableProblem['type'] }
    | { readonly type: 'too_many_rows'; readonly most: number };
}

export type ImportRefusal = NotDraft | OtherDecimals | { readonly type: 'unknown_template' } | Unreadable;

interface Unreadable {
  readonly type: 'unreadable';
  readonly problems: readonly OptionsFileProblem[];
  /** Under which all of them are kept for some days. */
  readonly list: string;
}

type TakeRefusal = Exclude<ImportRefusal, Unreadable> | Omit<Unreadable, 'list'>;

export interface ImportedOptions {
  readonly contests: number;
  readonly options: number;
  /** Headings that mean nothing here. */
  readonly ignored: readonly string[];
}

/** More rows than this are no list of options of one consultation. */
const mostRows = 500_000;

interface OptionsTable {
  readonly rows: readonly OptionRow[];
  readonly ignored: readonly string[];
}

/**
 * Takes the options of many contests of a template from one table. The table is the whole list of every contest that it
 * names: options that it leaves out are gone, unchanged ones keep their approval. With any problem nothing is taken.
 */
export async function importOptions(
  context: ConsultationsContext,
  consultation: { readonly id: string; readonly decimals: number; readonly languages: readonly string[] },
  template: string,
  file: { readonly path: string; readonly declared: DeclaredTable },
  by: string,
): Promise<Result<ImportedOptions, ImportRefusal>> {
  const taken = await takeOptions(context, consultation, template, file, by);
  if (taken.ok) return taken;
  if (taken.error.type !== 'unreadable') return err(taken.error);
  const { problems } = taken.error;
  const list = { ...listOf(consultation.id, context.newId()), at: context.now() };
  await inTransaction(context.database, (tx) => putProblems(tx, list, problemPieces(problems)));
  return err({ type: 'unreadable', problems, list: list.id });
}

const listOf = (consultation: string, id: string): ProblemListPlace => ({ id, kind: 'options', consultation });

/** All that was wrong with a table of this consultation, piece by piece; undefined when it is not kept any more. */
export async function optionProblems(
  { database }: Pick<ConsultationsContext, 'database'>,
  consultation: string,
  id: string,
): Promise<AsyncGenerator<readonly OptionsFileProblem[]> | undefined> {
  return (await hasProblemList(database, listOf(consultation, id))) ? readProblems(database, id) : undefined;
}

async function takeOptions(
  context: ConsultationsContext,
  consultation: { readonly id: string; readonly decimals: number; readonly languages: readonly string[] },
  template: string,
  file: { readonly path: string; readonly declared: DeclaredTable },
  by: string,
): Promise<Result<ImportedOptions, TakeRefusal>> {
  const read = await readOptionsTable(file.path, file.declared, consultation);
  if (!read.ok) return err({ type: 'unreadable', problems: read.error });
  const { rows, ignored } = read.value;
  return await inDraftCounted<ImportedOptions, TakeRefusal>(context, consultation, async (tx, { id, territory }) => {
    const known = (await templatesOf(tx, id)).find((one) => one.id === template);
    if (known === undefined) return err({ type: 'unknown_template' });
    const contests = await contestsByCode(tx, template);
    const most = mostOptions[questionKind(known.rule)];
    const problems = optionTableProblems(rows, (code) => contests.has(code), most);
    if (problems.length > 0) return err({ type: 'unreadable', problems });
    const options = rows.map((row) => ({ ...row, contest: contests.get(row.code) ?? '' }));
    await replaceOptions(tx, options);
    await noteBulk(tx);
    const counted = { contests: new Set(rows.map(({ code }) => code)).size, options: rows.length };
    await appendAudit(tx, {
      ...{ event: 'contest.write', subject: id, actor: by, territory, isPublic: false },
      details: { imported: counted, template },
      now: context.now(),
    });
    return ok({ ...counted, ignored });
  });
}

/** Reads every row of a table of options; or everything that is wrong with it, by line. */
async function readOptionsTable(
  path: string,
  declared: DeclaredTable,
  { decimals, languages }: { readonly decimals: number; readonly languages: readonly string[] },
): Promise<Result<OptionsTable, readonly OptionsFileProblem[]>> {
  const table = await openTable(path, declared);
  if (!table.ok) return err([{ line: null, problem: { type: table.error.type } }]);
  const cells = table.value.rows(() => undefined);
  const top = await cells.next();
  if (top.done === true) return err([{ line: null, problem: { type: top.value?.type ?? 'no_rows' } }]);
  const heading = readHeading(top.value.cells, optionColumnsIn(languages), neededOptionColumns);
  if (!heading.ok) return err(heading.error.map((problem) => ({ line: top.value.line, problem })));
  const rows: OptionRow[] = [];
  const problems: OptionsFileProblem[] = [];
  for (;;) {
    const step = await cells.next();
    if (step.done === true) {
      const end = step.value;
      if (end !== undefined) problems.push({ line: 'line' in end ? end.line : null, problem: { type: end.type } });
      break;
    }
    const { line } = step.value;
    const row = readOptionRow(line, step.value.cells, heading.value, decimals, languages.slice(1));
    if (row.ok) rows.push(row.value);
    else problems.push(...row.error.map((problem) => ({ line, problem })));
    if (rows.length + problems.length > mostRows) {
      await cells.return(undefined);
      return err([{ line: null, problem: { type: 'too_many_rows', most: mostRows } }]);
    }
  }
  if (problems.length > 0) return err(problems);
  return rows.length === 0
    ? err([{ line: null, problem: { type: 'no_rows' } }])
    : ok({ rows, ignored: heading.value.ignored });
}
