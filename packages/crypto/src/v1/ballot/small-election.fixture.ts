import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { invariant } from '@convite/kernel';
import type { GroupName } from '../../primitives/group.ts';
import type { Randomness } from '../../primitives/randomness.ts';
import { testSuite } from '../../verify/machine.fixture.ts';
import { type Election, withElection } from '../election/election.ts';
import { electionWire, type Question } from '../wire/election-wire.ts';

/** Bytes that a text decides: SHA-256 of the text and a counter, block after block. */
export function seededRandomness(seed: string): Randomness {
  let counter = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      const block = sha256(utf8ToBytes(`${seed}|${counter}`));
      counter += 1;
      bytes.set(block.subarray(0, Math.min(32, length - at)), at);
    }
    return bytes;
  };
}

/** The street assembly of Calle Cedro decides: an election with these questions and the key g^secret. */
export function smallElection<R>(
  group: GroupName,
  questions: readonly Question[],
  use: <E>(election: Election<E>, text: string) => R,
  uuid = 'CaLLeCedro1234',
): R {
  const arithmetic = testSuite.group(group);
  const text = electionWire.write({
    version: 1,
    description: 'Asamblea de la calle Cedro, 40 vecinos',
    name: 'Farolas y bancos',
    group,
    public_key: arithmetic.write(arithmetic.power(arithmetic.g, 1_234_567n)),
    questions,
    uuid,
  });
  const log = { made: () => undefined, failed: (check: string) => invariant(false, check) };
  const result = withElection(testSuite, text, log, (election) => ({ value: use(election, text) }));
  invariant(result !== undefined, 'the election can be read');
  return result.value;
}
