import { describe, expect, it } from 'vitest';
import { readReference, referenceArchives, referenceVariants } from '../../board/reference-archives.fixture.ts';
import type { ProtocolCheck } from '../protocol-checks.ts';
import { writeTally } from '../tally/read-tally.ts';
import type { Tally } from '../tally/tally.ts';
import { failedEquations } from './equations.ts';
import { mixedPart } from './mixed-part.ts';
import { inArchive } from './published-shuffles.fixture.ts';
import { recordingLog } from './shuffle.fixture.ts';
import { sortedTally } from './sort-ciphertexts.ts';
import { openShuffle, verifyShuffle } from './verify-shuffle.ts';

const everyEquation = ['shuffle.t1', 'shuffle.t2', 'shuffle.t3', 'shuffle.t4', 'shuffle.t_hat'] as const;

/** What was done to a shuffle, which checks must see it, and how many shuffles are left to check. */
const variants: Readonly<Record<string, { readonly seen: readonly ProtocolCheck[]; readonly shuffles: number }>> = {
  'flip-shuffle-proof': { seen: ['shuffle.t1'], shuffles: 2 },
  'swapped-shuffle-outputs': { seen: everyEquation, shuffles: 2 },
  // The fingerprint stands in every hash of a shuffle.
  'changed-election-name': { seen: everyEquation, shuffles: 2 },
  // What is wrong with these is seen elsewhere: by their owners, or by what was decrypted.
  'missing-last-shuffle': { seen: [], shuffles: 1 },
  'missing-all-shuffles': { seen: [], shuffles: 0 },
  'shuffle-owner-99': { seen: [], shuffles: 2 },
  'shuffle-same-owner': { seen: [], shuffles: 2 },
};

const honest = referenceArchives.filter(({ name }) => /shuffle|^x1/u.test(name));
const altered = referenceVariants.filter(({ name, mutation }) => mutation in variants && /shuffle2__/u.test(name));

function verified(archive: Uint8Array) {
  return inArchive(archive, (election, tally, shuffles) => {
    const log = recordingLog();
    let now: Tally | undefined = tally;
    for (const [i, text] of shuffles.entries()) {
      now = now === undefined ? undefined : verifyShuffle(election, now, text, `shuffles[${i}]`, log);
    }
    return { log, shuffles: shuffles.length, isAccepted: now !== undefined };
  });
}

describe.skipIf(referenceArchives.length === 0)('the reference shuffles (needs CONVITE_REFERENCE)', () => {
  it.each(honest)('$name: every shuffle is accepted, all equations together and one by one', (file) => {
    const { log, shuffles, isAccepted } = verified(readReference(file));
    expect(isAccepted).toBe(true);
    expect(shuffles).toBe(2);
    expect(log.counts).toMatchObject({ 'shuffle.form': 2, 'shuffle.t1': 2, 'shuffle.t4': 2 });
    const failed = inArchive(readReference(file), (election, tally, [first = '']) => {
      const open = openShuffle(election, mixedPart(election, tally), first, '', recordingLog());
      return open?.statements.map((statement) => failedEquations(election.group, election.key, statement));
    });
    expect(failed).toEqual([[]]);
  });

  it.each(honest)('$name: its tally is in the order in which the first shuffle takes it', (file) => {
    inArchive(readReference(file), (election, tally) => {
      const isMixed = (i: number) => mixedPart(election, tally).includes(tally[i] ?? []);
      const reversed = tally.map((list, i) => (isMixed(i) ? list.toReversed() : list));
      expect(writeTally(election.group, reversed)).not.toBe(writeTally(election.group, tally));
      expect(writeTally(election.group, sortedTally(election, reversed))).toBe(writeTally(election.group, tally));
    });
  });

  it.each(altered)('$name fails exactly the checks that see it', (file) => {
    const expected = variants[file.mutation];
    const { log, shuffles, isAccepted } = verified(readReference(file));
    expect(log.checks()).toEqual(expected?.seen);
    expect(shuffles).toBe(expected?.shuffles);
    expect(isAccepted).toBe(expected?.seen.length === 0);
  });

  it('covers what was done to shuffles', () => {
    expect([honest.length, altered.length]).toEqual([3, 12]);
  });
});
