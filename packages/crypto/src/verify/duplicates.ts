import { invariant } from '@convite/kernel';
import { entryOf } from '../primitives/entry-of.ts';
import type { BoardIndex } from '../board/board-index.ts';
import type { CheckRecord } from './check-record.ts';
import { ballotPlace } from './places.ts';

/**
 * Checks that no ballot stands twice on the board, by the hashes of all ballots.
 *
 * Checks: ballot.unique. The board's own order says which one is the copy: the later.
 * Cost: 16 bytes a ballot while it runs; hashes are compared whole only where their first 64 bits meet.
 */
export function checkUnique(index: BoardIndex, heights: readonly number[] | Uint32Array, record: CheckRecord): void {
  record.made('ballot.unique', heights.length);
  const prefixes = new BigUint64Array(heights.length);
  heights.forEach((height, i) => {
    prefixes[i] = BigInt(`0x${hashAt(index, height).slice(0, 16)}`);
  });
  const meeting = new Set<bigint>();
  prefixes.toSorted().forEach((prefix, i, sorted) => {
    if (i > 0 && sorted[i - 1] === prefix) meeting.add(prefix);
  });
  if (meeting.size === 0) return;
  const seen = new Map<string, number>();
  heights.forEach((height, i) => {
    if (!meeting.has(entryOf(prefixes, i))) return;
    const hash = hashAt(index, height);
    const earlier = seen.get(hash);
    if (earlier === undefined) seen.set(hash, height);
    else record.failed('ballot.unique', ballotPlace(height), `The ballot is the one of event ${earlier}.`);
  });
}

function hashAt(index: BoardIndex, height: number): string {
  const event = index.event(height);
  invariant(event.type === 'Ballot', 'these are the heights of ballots');
  return event.payload.sha256;
}
