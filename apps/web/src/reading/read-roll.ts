import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import {
  type DateOrder,
  type Eligibility,
  hasName,
  type Heading,
  type HeadingProblem,
  neededRollColumns,
  personKey,
  readHeading,
  readRollRow,
  type RollColumn,
  rollColumns,
  type RollEntry,
  type RollProblem,
} from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { type DeclaredTable, openTable } from './open-table.ts';
import { mostProblems } from './most-problems.ts';

/** The file of a roll, and what makes a line of it good. */
export interface RollFile {
  readonly path: string;
  /** Where the lines are written to, for the database. */
  readonly out: string;
  /** Where all that is wrong is written to: each line of it a list in JSON. */
  readonly wrong: string;
  readonly declared: DeclaredTable & { readonly dates: DateOrder };
  readonly eligibility: Eligibility;
  /** The territories that people may be of: code and id. */
  readonly territories: readonly (readonly [code: string, id: string])[];
  readonly mostRows: number;
}

export interface ReadRoll {
  readonly rows: number;
  /** Headings that meant nothing. */
  readonly ignored: readonly string[];
}

export interface RollProblems {
  readonly problems: readonly RollProblem[];
  /** How many are not listed. */
  readonly more: number;
}

/** Problems that are written at once. */
const problemsAtOnce = 500;
/** Lines that are written, and later stored, at once. */
export const rowsAtOnce = 2000;

/**
 * Reads the file of a roll line by line, and writes good lines in pieces: each piece one line of JSON, a list of arrays of
 * PostgreSQL, one for each column in the order of `stagedColumns`. Holds one piece and no more.
 *
 * Repetitions are not looked for: whoever has all lines in a table finds them there.
 */
export async function readRoll(
  file: RollFile,
  onBytes: (done: number) => void,
): Promise<Result<ReadRoll, RollProblems>> {
  const found = makeProblemList(file.wrong);
  const whole = async (
    problem: RollProblem['problem'],
    line: number | null = null,
  ): Promise<Result<never, RollProblems>> => {
    found.add(line, problem);
    return err(await found.end());
  };
  const table = await openTable(file.path, file.declared);
  if (!table.ok) return whole({ type: table.error.type });
  const rows = table.value.rows(onBytes);
  const top = await rows.next();
  if (top.done === true) {
    return top.value === undefined ? whole({ type: 'no_rows' }) : whole({ type: top.value.type }, lineOf(top.value));
  }
  const heading = headingOf(top.value.cells);
  if (!heading.ok) {
    await rows.return(undefined);
    for (const problem of heading.error) found.add(top.value.line, problem);
    return err(await found.end());
  }
  const ids = new Map(file.territories);
  const rules = { dates: file.declared.dates, eligibility: file.eligibility, knows: (code: string) => ids.has(code) };
  const pieces = makePieces(createWriteStream(file.out, { flags: 'wx', mode: 0o600 }));
  for (;;) {
    const step = await rows.next();
    if (step.done === true) {
      if (step.value !== undefined) found.add(lineOf(step.value), { type: step.value.type });
      break;
    }
    const { line, cells } = step.value;
    const read = readRollRow(cells, heading.value, rules);
    if (!read.ok) {
      for (const problem of read.error) found.add(line, problem);
      await found.settle();
    } else if (found.count() === 0) {
      const id = ids.get(read.value.territory);
      invariant(id !== undefined, 'a line is good only with a known territory');
      await pieces.add(line, id, read.value);
    }
    if (pieces.rows() > file.mostRows) {
      await rows.return(undefined);
      found.add(null, { type: 'too_many', most: file.mostRows });
      break;
    }
  }
  await pieces.end();
  if (found.count() > 0) return err(await found.end());
  return pieces.rows() === 0
    ? await whole({ type: 'no_rows' })
    : ok({ rows: pieces.rows(), ignored: heading.value.ignored });
}

function headingOf(cells: readonly string[]): Result<Heading<RollColumn>, readonly HeadingProblem[]> {
  const heading = readHeading(cells, rollColumns, neededRollColumns);
  if (!heading.ok || hasName(heading.value)) return heading;
  return err([{ type: 'missing_column', column: 'name', found: cells }]);
}

const lineOf = (ending: object): number | null =>
  'line' in ending && typeof ending.line === 'number' ? ending.line : null;

interface ProblemList {
  add(line: number | null, problem: RollProblem['problem']): void;
  count(): number;
  /** Writes what was added, as soon as it is a piece. */
  settle(): Promise<void>;
  /** Writes the rest. */
  end(): Promise<RollProblems>;
}

/** Lists the first problems, counts all, and writes all into a file. */
function makeProblemList(path: string): ProblemList {
  const problems: RollProblem[] = [];
  let piece: RollProblem[] = [];
  let count = 0;
  const write = async (least: number): Promise<void> => {
    if (piece.length < least) return;
    const text = `${JSON.stringify(piece)}\n`;
    piece = [];
    await appendFile(path, text, { mode: 0o600 });
  };
  return {
    add(line, problem) {
      count++;
      piece.push({ line, problem });
      if (problems.length < mostProblems) problems.push({ line, problem });
    },
    count: () => count,
    settle: () => write(problemsAtOnce),
    async end() {
      await write(1);
      return { problems, more: count - problems.length };
    },
  };
}

interface Pieces {
  add(line: number, territoryId: string, entry: RollEntry): Promise<void>;
  rows(): number;
  end(): Promise<void>;
}

/** The columns of a piece, with their types in the database. */
const stagedColumns = [
  ['line', 'integer'],
  ['territory_id', 'uuid'],
  ['name', 'text'],
  ['normal_name', 'text'],
  ['birth_date', 'date'],
  ['told_apart', 'text'],
  ['normal_apart', 'text'],
  ['document', 'text'],
  ['normal_document', 'text'],
  ['proof', 'text'],
  ['email', 'text'],
  ['language', 'text'],
] as const;

function makePieces(out: WriteStream): Pieces {
  let columns: string[][] = stagedColumns.map(() => []);
  let rows = 0;
  const write = async (): Promise<void> => {
    if (columns[0]?.length === 0) return;
    const piece = `${JSON.stringify(columns.map((cells) => `{${cells.join(',')}}`))}\n`;
    columns = stagedColumns.map(() => []);
    if (!out.write(piece)) await once(out, 'drain');
  };
  return {
    async add(line, territoryId, entry) {
      const { normalName, birthDate, toldApart, normalDocument } = personKey(entry);
      const { name, document, proof, email, language } = entry;
      const given = [
        name,
        normalName,
        birthDate,
        entry.toldApart,
        toldApart,
        document,
        normalDocument,
        proof,
        email,
        language,
      ];
      columns[0]?.push(String(line));
      columns[1]?.push(territoryId);
      given.forEach((cell, i) => columns[i + 2]?.push(cell === null ? 'null' : quoted(cell)));
      rows++;
      if (rows % rowsAtOnce === 0) await write();
    },
    rows: () => rows,
    async end() {
      await write();
      out.end();
      await once(out, 'close');
    },
  };
}

/** A text inside an array of PostgreSQL. */
const quoted = (text: string): string =>
  text.includes('"') || text.includes('\\') ? `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"` : `"${text}"`;
