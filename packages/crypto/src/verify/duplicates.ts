import { invariant } from '@convite/kernel';
import type { BoardIndex } from '../board/board-index.ts';
import type { CheckRecord } from './check-record.ts';
import { ballotPlace } from './places.ts';

/**
 * Checks that no ballot stands twice on the board, by the hashes of all ballots.
 *
 * Checks: ballot.unique. The board's own order says which one is the copy: the later.
 * Cost: 8 bytes a ballot while it runs; hashes are compared whole only where their first 64 bits meet.
 */
export function checkUnique(index: BoardIndex, heights: readonly number[] | Uint32Array, record: CheckRecord): void {
  record.made('ballot.unique', heights.length);
  const prefixes = BigUint64Array.from(heights, (height) => prefixOf(hashAt(index, height))).sort();
  const meeting = new Set(prefixes.filter((prefix, i) => prefix === prefixes[i - 1]));
  if (meeting.size === 0) return;
  const seen = new Map<string, number>();
  for (const height of heights) {
    const hash = hashAt(index, height);
    if (!meeting.has(prefixOf(hash))) continue;
    const earlier = seen.get(hash);
    if (earlier === undefined) seen.set(hash, height);
    else record.failed('ballot.unique', ballotPlace(height), `The ballot is the one of event ${earlier}.`);
  }
}

const prefixOf = (hash: string): bigint => BigInt(`0x${hash.slice(0, 16)}`);

function hashAt(index: BoardIndex, height: number): string {
  const event = index.event(height);
  invariant(event.type === 'Ballot', 'these are the heights of ballots');
  return event.payload.sha256;
}
