import type { ContestProtocol, ResultProtocol } from '@convite/archive';
import { invariant } from '@convite/kernel';
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { bytesAt, type Place } from './file-bytes.ts';
import type { WrittenFile } from './tasks.ts';

/** A result protocol, open for pages: of its contests, which may be a nation's, it holds where each stands. */
export interface OpenProtocol {
  readonly roll: ResultProtocol['consultation']['roll'];
  readonly lots: ResultProtocol['lots'];
  /** The name of a territory by its code. */
  readonly places: ReadonlyMap<string, string>;
  readonly total: number;
  /** Reads so many contests from one on, as many as there are. */
  readonly contests: (from: number, most: number) => Promise<readonly ContestProtocol[] | 'changed'>;
}

const opening = '"contests":[';

/**
 * Opens a protocol, if its bytes are those that were recorded.
 *
 * Requires: the file was written by `protocolFile`.
 * Cost: the memory of the file, until it is open.
 */
export async function openProtocol(path: string, said: WrittenFile): Promise<OpenProtocol | 'changed'> {
  const bytes = await readFile(path);
  if (hash('sha256', bytes, 'hex') !== said.sha256) return 'changed';
  // A quotation mark in a text is written otherwise.
  const from = bytes.indexOf(opening) + opening.length;
  const { standing, end } = standingIn(bytes, from);
  const rest: Pick<ResultProtocol, 'consultation' | 'lots' | 'territories'> = JSON.parse(
    `${bytes.toString('utf8', 0, from)}${bytes.toString('utf8', end)}`,
  );
  return {
    roll: rest.consultation.roll,
    lots: rest.lots,
    places: new Map(rest.territories.map(({ code, name }) => [code, name])),
    total: standing.length,
    async contests(start, most) {
      const wanted = standing.slice(start, start + most);
      const [first, last] = [wanted[0], wanted.at(-1)];
      if (first === undefined || last === undefined) return [];
      const place = { offset: first.offset, bytes: last.offset + last.bytes - first.offset };
      const read = await bytesAt(path, place);
      return read === undefined ? 'changed' : JSON.parse(`[${read.toString()}]`);
    },
  };
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [bracket, brace, bracketEnd, braceEnd] = [0x5b, 0x7b, 0x5d, 0x7d];

/** Where each element of an array of objects stands, and where the array ends. @param from behind its bracket. */
function standingIn(bytes: Buffer, from: number): { readonly standing: readonly Place[]; readonly end: number } {
  const standing: Place[] = [];
  let [depth, start] = [0, from];
  for (let at = from; ; at++) {
    const byte = bytes[at];
    invariant(byte !== undefined, 'an array that was written ends');
    if (byte === quote) at = endOfText(bytes, at);
    else if (byte === bracket || byte === brace) depth++;
    else if (byte === bracketEnd || byte === braceEnd) {
      if (depth === 0) return { standing, end: at };
      depth--;
      if (depth === 0) standing.push({ offset: start, bytes: at + 1 - start });
    } else if (byte === comma && depth === 0) start = at + 1;
  }
}

/** Where the text ends that begins at a quotation mark: what is behind a backslash ends nothing. */
function endOfText(bytes: Buffer, from: number): number {
  let end = from + 1;
  while (bytes[end] !== quote) {
    invariant(end < bytes.length, 'a text that was written ends');
    end += bytes[end] === backslash ? 2 : 1;
  }
  return end;
}
