import { expect, it } from 'vitest';
import { cores } from '../../curve/backends.fixture.ts';
import { curveGroup } from '../../primitives/curve-group.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { alteredAt, placeOf } from './altered-text.fixture.ts';
import { makeShuffle } from './make-shuffle.ts';
import { electionWith, recordingLog, tallyOf, withOrderTwo } from './shuffle.fixture.ts';
import { verifyShuffle } from './verify-shuffle.ts';

/** So many ballots that the membership of all elements is checked at once. */
const ballots = 60;

it.each(cores)(
  'a shuffle of many ballots is refused for one element that is no member, at its place: $name',
  (core) => {
    const random = seededRandomness('many');
    const election = electionWith(curveGroup(core), 1);
    const tally = tallyOf(election, [ballots], random);
    const { text } = makeShuffle(election, tally, random);
    const verified = (altered: string) => {
      const log = recordingLog();
      const outputs = verifyShuffle(election, tally, altered, '', log);
      return { isAccepted: outputs !== undefined, failures: log.failures, members: log.counts['shuffle.members'] };
    };
    const members = 5 * ballots + 5;
    expect(verified(text)).toEqual({ isAccepted: true, failures: [], members });
    const last = ballots - 1;
    for (const path of [
      ['proofs', 0, 0, 0],
      ['proofs', 0, 0, 3, 1],
      ['ciphertexts', 0, 0, 'alpha'],
      ['ciphertexts', 0, last, 'beta'],
      ['proofs', 0, 2, 17],
      ['proofs', 0, 3, last],
      ['proofs', 0, 0, 4, last],
    ]) {
      const failures = [{ check: 'shuffle.members', place: placeOf(path) }];
      const altered = alteredAt(text, path, (value) => withOrderTwo(String(value)));
      expect(verified(altered)).toEqual({ isAccepted: false, failures, members });
    }
  },
);
