import { invariant } from '@convite/kernel';
import { verifyShuffle } from '../v1/shuffle/verify-shuffle.ts';
import type { Tally } from '../v1/tally/tally.ts';
import { isMixed } from '../v1/wire/election-wire.ts';
import { heightsOf } from './contents.ts';
import type { Run } from './verification-run.ts';

/**
 * Follows the tally through every shuffle, each taking what the one before gave.
 *
 * Checks: shuffle.owners and those of `verifyShuffle`. After a shuffle that does not hold the next ones cannot be judged.
 *
 * @returns what is to be decrypted; undefined when a shuffle does not hold.
 */
export async function verifyShuffles<E>(run: Run<E>, tally: Tally): Promise<Tally | undefined> {
  const { machine, contents, record, election, trustees } = run;
  const heights = heightsOf(contents, 'Shuffle');
  const owners = new Set<number>();
  let current: Tally | undefined = tally;
  for (const [i, height] of heights.entries()) {
    const event = contents.index.event(height);
    const text = await contents.text(height, record);
    invariant(event.type === 'Shuffle', 'these are the heights of shuffles');
    if (text === undefined) return undefined;
    record.made('shuffle.owners');
    const place = `event ${height}, shuffle`;
    if (trustees !== undefined && trustees.trustees[event.owner - 1] === undefined) {
      record.failed('shuffle.owners', place, `There is no trustee ${event.owner}.`);
    }
    if (owners.has(event.owner)) {
      record.failed('shuffle.owners', place, `Trustee ${event.owner} has shuffled already.`);
    }
    owners.add(event.owner);
    if (current !== undefined) current = verifyShuffle(election, current, text, place, record);
    machine.progress('shuffles', i + 1, heights.length);
  }
  if (heights.length > 0 && !election.questions.some(isMixed)) {
    record.failed('shuffle.owners', `event ${heights[0]}, shuffle`, 'There is no mixed question to shuffle.');
  }
  const isDecrypted = heightsOf(contents, 'PartialDecryption').length > 0;
  if (election.questions.some(isMixed) && isDecrypted && heights.length === 0) {
    record.made('shuffle.owners');
    record.failed('shuffle.owners', 'archive', 'Nobody has shuffled what is decrypted.');
  }
  return current;
}
