import { byteText } from '../../board/ascii.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/** No entry has more signs: a credential has 617 at most, a weight 20. */
const longestEntry = 1024;

/** An entry of the list at its position; `text` is undefined where the bytes stop being a list, and nothing follows. */
export interface Entry {
  readonly position: number;
  readonly text: string | undefined;
}

/** Takes a compact list of texts apart, `["…","…"]`, piece by piece, so that nobody needs to hold it whole. */
export interface EntryReader {
  /** The next bytes; gives the entries that end in them. */
  readonly take: (piece: Uint8Array) => readonly Entry[];
  /** No more bytes come; gives the place where the list ought to go on, if it ought to. */
  readonly end: () => readonly Entry[];
}

/** @param length how many bytes all pieces have together. Memory: a piece and one entry. */
export function createEntryReader(length: number): EntryReader {
  const last = length - 1;
  let held: Uint8Array = new Uint8Array(0);
  /** Where the held bytes stand in the list. */
  let offset = 0;
  let position = 0;
  let state: 'open' | 'ended' | 'broken' = 'open';
  const broken = (): Entry => {
    state = 'broken';
    return { position, text: undefined };
  };

  return {
    take(piece) {
      if (state !== 'open') return [];
      const bytes = joined(held, piece);
      const entries: Entry[] = [];
      let at = 0;
      if (offset === 0 && bytes.length > 0) {
        if (bytes[0] !== OPEN) return [broken()];
        at = 1;
      }
      while (offset + at < last) {
        const found = entryAt(bytes, at, last - offset);
        if (found === 'unknown') break;
        if (found === 'none') return [...entries, broken()];
        entries.push({ position, text: found.text });
        position += 1;
        at = found.next;
      }
      if (offset + at === last && bytes[at] === CLOSE) state = 'ended';
      offset += at;
      held = bytes.slice(at);
      return entries;
    },
    end: () => (state === 'open' ? [broken()] : []),
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

/** The entry at a place and where the next one stands, `last` being that of the bracket that ends the list. */
function entryAt(
  bytes: Uint8Array,
  at: number,
  last: number,
): { readonly text: string; readonly next: number } | 'none' | 'unknown' {
  if (at >= bytes.length) return 'unknown';
  if (bytes[at] !== QUOTE) return 'none';
  const end = bytes.indexOf(QUOTE, at + 1);
  if ((end === -1 ? bytes.length : end) - (at + 1) > longestEntry) return 'none';
  const next = end + 1;
  if (end === -1 || next >= bytes.length) return 'unknown';
  // After an entry the list ends, or a comma and another entry follow.
  const isEntry = next === last ? bytes[next] === CLOSE : bytes[next] === COMMA && next + 1 < last;
  if (!isEntry) return 'none';
  return { text: byteText(bytes.subarray(at + 1, end)), next: next === last ? last : next + 1 };
}
