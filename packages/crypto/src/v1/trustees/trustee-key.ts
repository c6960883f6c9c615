import { invariant } from '@convite/kernel';
import type { Element, Group } from '../../primitives/group.ts';
import { type Randomness, randomScalar } from '../../primitives/randomness.ts';
import { knowledgeHolds, proveKnowledge } from '../../primitives/schnorr.ts';
import { readProof, writeProof } from '../wire/read-proof.ts';
import type { SingleKeyWire } from '../wire/trustees-wire.ts';
import type { PublicFault } from './member-faults.ts';
import { parseKey } from './signed-message.ts';

/** A new secret key of a trustee who decrypts alone, in [1, q). */
export function newSecretKey(group: Group, random: Randomness): bigint {
  const x = randomScalar(group, random);
  return x === 0n ? newSecretKey(group, random) : x;
}

/** What the proof of knowledge is bound to: the group and the key, but no election and no person. */
const prefixOf = (group: Group, key: string): string => `pok|${group.name}|${key}|`;

/**
 * The public key of a secret one, with the proof that its owner knows it.
 *
 * Source: Belenios specification 2.0, "Verification keys".
 * Statement: knowledge of x with X = g^x; only the trustee knows x.
 * Domain separation: "pok|" + name of the group + "|" + X + "|"; hashed: that, then the commitment.
 * Requires: 0 < x < q.
 * Hazards: the proof is not bound to an election: a trustee uses a key once alone.
 */
export function publishKey(group: Group, x: bigint, random: Randomness): SingleKeyWire {
  invariant(x > 0n && x < group.q, 'a secret key is between 1 and q - 1');
  const key = group.write(group.secretPower(group.g, x));
  return { pok: writeProof(proveKnowledge(group, x, prefixOf(group, key), random)), public_key: key };
}

/**
 * Reads the key of a trustee and checks that its owner knows the secret.
 *
 * Membership: checked here, the identity refused.
 * @returns undefined when there is something to blame.
 */
export function readProvenKey(
  group: Group,
  { pok, public_key: text }: SingleKeyWire,
  blame: (fault: PublicFault) => void,
): Element | undefined {
  const key = parseKey(group, text);
  if (key === undefined) {
    blame('key_foreign');
    return undefined;
  }
  const proof = readProof(group, pok);
  if (proof !== undefined && knowledgeHolds(group, key, proof, prefixOf(group, text))) return key;
  blame('key_unproven');
  return undefined;
}
