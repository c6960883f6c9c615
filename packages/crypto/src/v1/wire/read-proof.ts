import { parseDecimal } from '../../primitives/decimal.ts';
import type { Group } from '../../primitives/group.ts';
import type { Proof } from '../../primitives/schnorr.ts';
import type { ProofWire } from './scalars.ts';

/** The numbers of a proof; undefined when one is not below the order of the group. */
export function readProof({ q }: Group, wire: ProofWire): Proof | undefined {
  const challenge = parseDecimal(wire.challenge, q);
  const response = parseDecimal(wire.response, q);
  return challenge === undefined || response === undefined ? undefined : { challenge, response };
}

export const writeProof = ({ challenge, response }: Proof): ProofWire => ({
  challenge: String(challenge),
  response: String(response),
});
