import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

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
const csv = { escape_formulas: true, record_delimiter: 'windows' } as const;

export const listHeading = `${listColumns.join(',')}\r\n`;
export const givenHeading = `${givenColumns.join(',')}\r\n`;

/** Lines of the list; what a spreadsheet would take for a formula is marked as text. */
export const listLines = (codes: readonly ListedCode[]): string =>
  stringify(
    codes.map(({ kind, id, name, territory, language, slice, code }) => [
      ...[kind, id, name, territory, language, String(slice), code],
    ]),
    csv,
  );

export const givenLine = ({ slice, spare, to, name }: GivenSpare): string =>
  stringify([[String(slice), spare, to, name]], csv);

/** Reads the private list as it was written; undefined where it was not. */
export function readList(text: string): readonly ListedCode[] | undefined {
  return rows(text, listColumns)?.map(
    ([kind = '', id = '', name = '', territory = '', language = '', slice, code = '']) => ({
      kind: kind === 'spare' ? 'spare' : 'voter',
      ...{ id: disarmed(id), name: disarmed(name), territory: disarmed(territory) },
      ...{ language, slice: Number(slice), code },
    }),
  );
}

export function readGiven(text: string): readonly GivenSpare[] | undefined {
  return rows(text, givenColumns)?.map(([slice, spare = '', to = '', name = '']) => ({
    ...{ slice: Number(slice), spare, to: disarmed(to), name: disarmed(name) },
  }));
}

const disarmed = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, '');

function rows(text: string, columns: readonly string[]): readonly (readonly string[])[] | undefined {
  let records: readonly (readonly string[])[];
  try {
    records = parse(text);
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    return undefined;
  }
  const [heading = [], ...body] = records;
  return heading.join() === columns.join() ? body : undefined;
}
