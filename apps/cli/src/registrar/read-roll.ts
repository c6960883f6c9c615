import { electionLimits } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { CsvError, parse } from 'csv-parse/sync';

/** A person of the roll, as far as credentials need to know. */
export interface RollEntry {
  /** The line of the file on which it ends, from 1. */
  readonly line: number;
  readonly id: string;
  /** For the slip; empty where the roll has no names. */
  readonly name: string;
  readonly weight: bigint;
}

/** What is wrong with a roll, by line from 1. */
export type RollProblem =
  | { readonly type: 'not_utf8' }
  | { readonly type: 'no_column'; readonly column: string; readonly found: readonly string[] }
  | { readonly type: 'column_twice'; readonly column: string }
  | { readonly type: 'empty' }
  | { readonly type: 'csv'; readonly line: number; readonly problem: 'quotes' | 'columns' | 'other' }
  | { readonly type: 'no_id'; readonly line: number }
  | { readonly type: 'strange_id'; readonly line: number }
  | { readonly type: 'id_twice'; readonly line: number; readonly first: number }
  | { readonly type: 'bad_weight'; readonly line: number }
  | { readonly type: 'too_many'; readonly most: number; readonly found: number };

export interface RollColumns {
  readonly weights: string | undefined;
}

/** Problems that are told; more would only be scrolled away. */
const most = 20;

/**
 * Reads a roll: comma, semicolon or tab separated, UTF-8, one line of headings, a column `id`, perhaps `name`, and the
 * one of weights that is asked for. Everything wrong is reported, and then nothing is read.
 */
export function readRoll(
  bytes: Uint8Array,
  { weights: weightColumn }: RollColumns,
): Result<readonly RollEntry[], readonly RollProblem[]> {
  const text = utf8Text(bytes);
  if (text === undefined) return err([{ type: 'not_utf8' }]);
  const rows = csvRows(text);
  if (!rows.ok) return err([rows.error]);
  const [header, ...body] = rows.value;
  if (header === undefined) return err([{ type: 'empty' }]);
  const names = header.record.map((name) => name.trim().toLowerCase());
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) < i);
  if (twice !== undefined) return err([{ type: 'column_twice', column: twice }]);
  const columnOf = (name: string): number => names.indexOf(name.toLowerCase());
  const missing = ['id', ...(weightColumn === undefined ? [] : [weightColumn])].filter((name) => columnOf(name) === -1);
  if (missing.length > 0) {
    return err(missing.map((column) => ({ type: 'no_column', column, found: header.record })));
  }
  if (body.length === 0) return err([{ type: 'empty' }]);
  if (body.length > electionLimits.voters) {
    return err([{ type: 'too_many', most: electionLimits.voters, found: body.length }]);
  }
  return readBody(body, {
    id: columnOf('id'),
    name: columnOf('name'),
    weight: weightColumn === undefined ? undefined : columnOf(weightColumn),
  });
}

interface Columns {
  readonly id: number;
  readonly name: number;
  readonly weight: number | undefined;
}

function readBody(body: readonly Row[], columns: Columns): Result<readonly RollEntry[], readonly RollProblem[]> {
  const problems: RollProblem[] = [];
  const firstLines = new Map<string, number>();
  const entries = body.map(({ line, record }): RollEntry => {
    const id = (record[columns.id] ?? '').normalize('NFC').trim();
    const key = id.toLowerCase();
    const first = firstLines.get(key);
    if (id === '') problems.push({ type: 'no_id', line });
    else if (/[\p{Cc}\p{Cf}]/u.test(id) || id.length > 200) problems.push({ type: 'strange_id', line });
    else if (first !== undefined) problems.push({ type: 'id_twice', line, first });
    else firstLines.set(key, line);
    const weightText = columns.weight === undefined ? '1' : (record[columns.weight] ?? '').trim();
    const isWeight = /^[1-9]\d{0,11}$/u.test(weightText);
    if (!isWeight) problems.push({ type: 'bad_weight', line });
    const name = (record[columns.name] ?? '').normalize('NFC').trim();
    return { line, id, name, weight: isWeight ? BigInt(weightText) : 1n };
  });
  return problems.length === 0 ? ok(entries) : err(problems.slice(0, most));
}

interface Row {
  readonly line: number;
  readonly record: readonly string[];
}

function csvRows(text: string): Result<readonly Row[], RollProblem> {
  const [heading = ''] = text.split(/\r?\n/u);
  const count = (sign: string): number => heading.split(sign).length;
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  const ends: number[] = [];
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      skip_empty_lines: true,
      on_record: (record, { lines }) => {
        ends.push(lines);
        return record;
      },
    });
    return ok(records.map((record, i) => ({ line: ends[i] ?? 0, record })));
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const { code } = thrown;
    const line = 'lines' in thrown && typeof thrown['lines'] === 'number' ? thrown['lines'] : 0;
    const problem = code.includes('QUOTE') ? 'quotes' : code.includes('INCONSISTENT') ? 'columns' : 'other';
    return err({ type: 'csv', line, problem });
  }
}

function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Thrown for bytes that are no UTF-8, and for nothing else.
    return undefined;
  }
}
