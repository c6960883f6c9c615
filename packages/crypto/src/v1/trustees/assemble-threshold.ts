import { err, ok, type Result } from '@convite/kernel';
import type { Element, Group } from '../../primitives/group.ts';
import type { MemberKeyWire, ThresholdWire } from '../wire/trustees-wire.ts';
import { atFault, collectFaults } from './ceremony-certificates.ts';
import type { MemberCertificate } from './certificates.ts';
import type { CheckedDeals } from './deals.ts';
import { inStep } from './in-step.ts';
import type { CeremonyRefusal, PublicFault } from './member-faults.ts';
import { imageAt, sumImages } from './polynomial-images.ts';
import { isSigned } from './signed-message.ts';
import { readProvenKey } from './trustee-key.ts';

/**
 * Step 6: checks every member's public key and puts together what the election publishes of the ceremony: the form of
 * version 3.0, which earlier versions read too.
 *
 * Source: Belenios specification 3.0, "Voutputs" and "Threshold parameters".
 * Symbols: the key of member j must be Π_i Π_k A_ik^(j^k), proven, and signed by j.
 */
export function assembleThreshold(
  { certificates, coefexps, signatures, dealers }: CheckedDeals,
  keys: readonly MemberKeyWire[],
): Result<ThresholdWire, CeremonyRefusal> {
  const { group, size, threshold, wires } = certificates;
  if (keys.length !== size) return err({ type: 'wrong_number', expected: size, found: keys.length });
  const { faults, blame } = collectFaults();
  const sum = sumImages(
    group,
    dealers.map(({ images }) => images),
  );
  for (const [i, [wire, { certificate }]] of inStep(keys, dealers).entries()) {
    const member = i + 1;
    checkMemberKey(group, { sum, certificate, member }, wire, (fault) => blame(member, fault));
  }
  if (faults.length > 0) return atFault(faults);
  return ok({ threshold, certs: wires, coefexps, signatures, verification_keys: keys });
}

/**
 * Checks a member's public key: that its owner knows the secret, that it is the one the images of all polynomials give for
 * this place, and that it is signed with the key of the member's certificate.
 *
 * Membership: checked here, the identity refused.
 *
 * @param sum the images of the sum of all polynomials.
 */
export function checkMemberKey(
  group: Group,
  {
    sum,
    certificate,
    member,
  }: {
    readonly sum: readonly Element[];
    readonly certificate: MemberCertificate;
    readonly member: number;
  },
  wire: MemberKeyWire,
  blame: (fault: PublicFault) => void,
): void {
  const key = readProvenKey(group, wire, blame);
  if (key !== undefined && !group.equals(key, imageAt(group, sum, member))) blame('key_mismatched');
  const { public_key: text, signature } = wire;
  if (signature === undefined || !isSigned(group, certificate.verificationKey, text, signature)) blame('key_unsigned');
}
