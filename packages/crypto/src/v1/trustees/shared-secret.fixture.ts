import { invariant } from '@convite/kernel';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Group } from '../../primitives/group.ts';
import { randomScalar } from '../../primitives/randomness.ts';
import { holdCeremony, withSingle } from './ceremony.fixture.ts';
import { combinationOf, combineFactors } from './combine-factors.ts';
import { testLog } from './reference-elections.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import type { VerifiedTrustees } from './verified-trustees.ts';
import { verifyTrustees } from './verify-trustees.ts';

export function verified(group: Group, text: string): VerifiedTrustees {
  const trustees = verifyTrustees(group, text, testLog());
  invariant(trustees !== undefined, 'what we make is accepted');
  return trustees;
}

/** All choices of some of these numbers. */
const subsets = (numbers: readonly number[]): readonly (readonly number[])[] =>
  numbers.reduce<readonly (readonly number[])[]>((all, n) => [...all, ...all.map((some) => [...some, n])], [[]]);

/** An election key in parts: who holds which secret, and how the parts combine. */
export function election(group: Group, size: number, threshold: number, seed: string) {
  const ceremony = holdCeremony(group, size, threshold, seed);
  const { secret, text } = withSingle(group, ceremony, seed);
  return { trustees: verified(group, text), secrets: [secret, ...ceremony.members.map(({ share }) => share)] };
}

/** What these owners decrypt g^m to, or whom they lack. */
export function decrypted(
  group: Group,
  { trustees, secrets }: ReturnType<typeof election>,
  owners: readonly number[],
  seed: string,
) {
  const r = randomScalar(group, seededRandomness(seed));
  const [alpha, m] = [group.power(group.g, r), group.power(group.g, 42n)];
  const beta = group.multiply(group.power(trustees.electionKey, r), m);
  const shares = combinationOf(trustees, new Set(owners));
  if (!shares.ok) return shares.error;
  const factor = combineFactors(group, shares.value, (owner) => group.power(alpha, secrets[owner - 1] ?? 0n));
  return group.equals(group.multiply(beta, group.inverse(factor)), m) ? 'the vote' : 'nonsense';
}

/** In random ceremonies of up to `most` members: any threshold of them decrypt, and of fewer it is said whom they lack. */
export function anyThresholdDecrypts(group: Group, most: number, numRuns: number): void {
  const ceremonies = fc
    .integer({ min: 1, max: most })
    .chain((size) =>
      fc.record({ size: fc.constant(size), threshold: fc.integer({ min: 1, max: size }), seed: fc.string() }),
    );
  fc.assert(
    fc.property(ceremonies, ({ size, threshold, seed }) => {
      const made = election(group, size, threshold, seed);
      const members = Array.from({ length: size }, (_, i) => i + 2);
      for (const some of subsets(members)) {
        const outcome = decrypted(group, made, [1, ...some], seed);
        const lacking = [{ needed: threshold - some.length, owners: members.filter((owner) => !some.includes(owner)) }];
        expect(outcome).toEqual(some.length >= threshold ? 'the vote' : lacking);
      }
    }),
    { numRuns },
  );
}
