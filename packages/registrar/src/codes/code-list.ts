import { err, ok, type Result } from '@convite/kernel';
import { csvLine, readCsv, unmarked } from '../csv/csv.ts';

/** The files of a consultation's codes. */
export const codeFiles = {
  order: 'order.json',
  upload: 'upload.jsonl',
  summary: 'PUBLISH-credentials.json',
  list: 'PRIVATE-codes.csv',
  given: 'PRIVATE-given.csv',
} as const;

/** A line of the private list: whose code it is. */
export interface ListedCode {
  readonly kind: 'voter' | 'spare';
  /** Of the roll; of a spare its number in the slice. */
  readonly id: string;
  readonly name: string;
  readonly territory: string;
  readonly language: string;
  /** Place of the slice in the order. */
  readonly slice: number;
  readonly code: string;
}

/** A spare that was given out. */
export interface GivenSpare {
  readonly slice: number;
  /** Number of the spare in its slice. */
  readonly spare: string;
  /** Id of the person, on the roll or added to it. */
  readonly to: string;
  readonly name: string;
}

const listColumns = ['kind', 'id', 'name', 'territory', 'language', 'slice', 'code'] as const;
const givenColumns = ['slice', 'spare', 'to', 'name'] as const;

export const listHeading = csvLine(listColumns);
export const givenHeading = csvLine(givenColumns);

/** Lines of the list; what a spreadsheet would take for a formula is marked as text. */
export const listLines = (codes: readonly ListedCode[]): string =>
  codes
    .map(({ kind, id, name, territory, language, slice, code }) =>
      csvLine([kind, id, name, territory, language, String(slice), code]),
    )
    .join('');

export const givenLine = ({ slice, spare, to, name }: GivenSpare): string => csvLine([String(slice), spare, to, name]);

/** Reads the private list as it was written; or the line on which it was not, from 1. */
export function readList(text: string): Result<readonly ListedCode[], number> {
  const codes: ListedCode[] = [];
  return rows(
    text,
    listColumns,
    ([kind, id = '', name = '', territory = '', language = '', slice = '', code = '']) => {
      if ((kind !== 'voter' && kind !== 'spare') || !isPlace(slice) || id === '' || code === '') return false;
      codes.push({
        ...{ kind, id: unmarked(id), name: unmarked(name), territory: unmarked(territory) },
        ...{ language, slice: Number(slice), code },
      });
      return true;
    },
    codes,
  );
}

/** Reads the list of spares that were given out; or the line on which it is none, from 1. */
export function readGiven(text: string): Result<readonly GivenSpare[], number> {
  const given: GivenSpare[] = [];
  return rows(
    text,
    givenColumns,
    ([slice = '', spare = '', to = '', name = '']) => {
      if (!isPlace(slice) || spare === '' || to === '') return false;
      given.push({ slice: Number(slice), spare, to: unmarked(to), name: unmarked(name) });
      return true;
    },
    given,
  );
}

const isPlace = (text: string): boolean => /^(?:0|[1-9]\d{0,5})$/u.test(text);

/** Takes the lines below the heading one by one, each with a cell for each column. */
function rows<T>(
  text: string,
  columns: readonly string[],
  take: (cells: readonly string[]) => boolean,
  taken: readonly T[],
): Result<readonly T[], number> {
  let wrongLine: number | undefined = 1;
  const { brokenLine } = readCsv(text.replace(/^\ufeff/u, ''), (cells, line) => {
    const isGood = line === 1 ? cells.join() === columns.join() : cells.length === columns.length && take(cells);
    wrongLine = isGood ? undefined : line;
    return isGood;
  });
  const line = brokenLine ?? wrongLine;
  return line === undefined ? ok(taken) : err(line);
}
