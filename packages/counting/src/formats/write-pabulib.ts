import { encodeText } from './decode-text.ts';
import type { PabulibFile } from './pabulib-file.ts';

/** Writes a file as it was read, byte for byte. */
export const writePabulib = (file: Pick<PabulibFile, 'source'>): Uint8Array => encodeText(file.source);

/** One section as cells: the header first, then the records. */
export type PabulibTable = readonly (readonly string[])[];

/**
 * Composes the text of a `.pb` file: quotes where a cell needs them, `\n` at the end of every line.
 *
 * Reading the text gives the cells back, but for white space around them, which the format does not keep.
 */
export function composePabulib(sections: {
  readonly meta: ReadonlyMap<string, string>;
  readonly projects: PabulibTable;
  readonly votes: PabulibTable;
}): string {
  const { meta, projects, votes } = sections;
  return [
    'META',
    writeRecord(['key', 'value']),
    ...[...meta].map(writeRecord),
    'PROJECTS',
    ...projects.map(writeRecord),
    'VOTES',
    ...votes.map(writeRecord),
    '',
  ].join('\n');
}

/** Writes the cells of one record, without a line end. */
export const writeRecord = (cells: readonly string[]): string => cells.map(writeCell).join(';');

/** A quote, a separator or a line end inside makes a quoted cell. */
export function writeCell(text: string): string {
  return /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
