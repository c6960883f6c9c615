import { branded } from '@convite/kernel';
import { ed25519Group } from '../../primitives/ed25519-group.ts';
import { finiteFieldGroup } from '../../primitives/finite-field-group.ts';
import { rfc3526Group14 } from '../../primitives/finite-field-parameters.ts';
import type { Ciphertext, Group } from '../../primitives/group.ts';
import { type Randomness, randomScalar } from '../../primitives/randomness.ts';
import { portableSha256 } from '../../primitives/sha256.ts';
import type { Election } from '../election/election.ts';
import type { CheckLog, ProtocolCheck } from '../protocol-checks.ts';
import type { Tally } from '../tally/tally.ts';
import type { Question } from '../wire/election-wire.ts';

const { sha256 } = portableSha256;

export const curve = ed25519Group();
export const field = finiteFieldGroup(rfc3526Group14);

/** A log that tells what was checked and where it failed. */
export function recordingLog() {
  const made: Partial<Record<ProtocolCheck, number>> = {};
  const failures: { readonly check: ProtocolCheck; readonly place: string }[] = [];
  const log: CheckLog = {
    made: (check, times = 1) => void (made[check] = (made[check] ?? 0) + times),
    failed: (check, place) => void failures.push({ check, place }),
  };
  return { ...log, counts: made, failures, checks: () => [...new Set(failures.map(({ check }) => check))].toSorted() };
}

const mixed = (question: string): Question => ({
  type: 'NonHomomorphic',
  value: { answers: ['first', 'second'], question },
});

const homomorphic: Question = { answers: ['yes', 'no'], min: 0, max: 1, question: 'A garden on the square?' };

const secretKey = 7_654_321n;

/** An election with a homomorphic question in front and this many mixed ones. */
export function electionWith(group: Group, mixedQuestions: number): Election<'test'> {
  return {
    identity: branded({ of: (election: 'test') => election }),
    group,
    sha256,
    uuid: 'tExtQvWWAqWaYe',
    fingerprint: 'q2sW0Jcz3LZq6zGZ4Q4vJvYdVd8p0xWcbXk2mJmYb1o',
    name: 'Works of the year',
    description: '',
    questions: [homomorphic, ...Array.from({ length: mixedQuestions }, (_, i) => mixed(`District ${i}`))],
    key: group.power(group.g, secretKey),
  };
}

/** Ciphertexts of numbered ballots, one list for each mixed question, behind those of the homomorphic one. */
export function tallyOf({ group, key }: Election<'test'>, sizes: readonly number[], random: Randomness): Tally {
  const encrypted = (ints: readonly number[]): Ciphertext => {
    const r = randomScalar(group, random);
    return {
      alpha: group.power(group.g, r),
      beta: group.multiply(group.power(key, r), group.encodeInts(ints)),
    };
  };
  const ballots = (size: number, question: number) => Array.from({ length: size }, (_, i) => encrypted([question, i]));
  return [ballots(2, 99), ...sizes.map(ballots)];
}

/** The ints of the ciphertexts of one list, in order. */
export const openedWith = (group: Group, ciphertexts: readonly Ciphertext[]) =>
  ciphertexts.map(({ alpha, beta }) =>
    group.decodeInts(group.multiply(beta, group.inverse(group.power(alpha, secretKey))), 2),
  );

/** The text of the point with one of order 2 added, (x, y) + (0, -1) = (-x, -y): on the curve, but no member. */
export function withOrderTwo(text: string): string {
  const p = 2n ** 255n - 19n;
  const number = BigInt(`0x${text}`);
  const [sign, y] = [number >> 255n, number & (2n ** 255n - 1n)];
  return ((p - y) | ((1n - sign) << 255n)).toString(16).padStart(64, '0');
}
