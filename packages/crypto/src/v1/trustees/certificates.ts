import { invariant } from '@convite/kernel';
import type { Element, Group } from '../../primitives/group.ts';
import type { Randomness } from '../../primitives/randomness.ts';
import { Misread, readCanonical } from '../wire/codec.ts';
import { certificate, type SignedMessageWire } from '../wire/trustees-wire.ts';
import type { CeremonyKeys } from './ceremony-seed.ts';
import type { Blame, PublicFault } from './member-faults.ts';
import { isSigned, parseKey, signMessage } from './signed-message.ts';

/** How many members a ceremony has, and how many of them will decrypt. */
export interface CeremonySize {
  readonly size: number;
  readonly threshold: number;
}

/** The two public keys of a member's certificate, and whether it says where it belongs. */
export interface MemberCertificate {
  readonly verificationKey: Element;
  readonly encryptionKey: Element;
  readonly hasContext: boolean;
}

export const isCeremonySize = ({ size, threshold }: CeremonySize): boolean => threshold >= 1 && threshold <= size;

/**
 * Step 1: a member's certificate, which publishes the keys for messages and says for which place of which ceremony.
 *
 * Source: Belenios specification 3.0, "Certificates". Signed with its own verification key, by `signMessage`.
 * Requires: 1 ≤ threshold ≤ size, 1 ≤ index ≤ size.
 */
export function makeCertificate(
  group: Group,
  keys: CeremonyKeys,
  { size, threshold, index }: CeremonySize & { readonly index: number },
  random: Randomness,
): SignedMessageWire {
  invariant(isCeremonySize({ size, threshold }) && index >= 1 && index <= size, 'the place is one of the ceremony');
  const message = certificate.write({
    context: { group: group.name, size, threshold, index },
    verification: group.write(keys.verificationKey),
    encryption: group.write(keys.encryptionKey),
  });
  return signMessage(group, keys.signingKey, message, random);
}

/**
 * Reads all certificates of a ceremony and checks each, and that no key occurs twice.
 *
 * @returns for each member the certificate, or undefined where its keys cannot be used.
 */
export function checkCertificates(
  group: Group,
  { size, threshold }: CeremonySize,
  wires: readonly SignedMessageWire[],
  blame: Blame,
): readonly (MemberCertificate | undefined)[] {
  const seen = new Set<string>();
  return wires.map((wire, i) => {
    const index = i + 1;
    return checkCertificate(group, { size, threshold, index }, wire, seen, (fault) => blame(index, fault));
  });
}

/**
 * Reads one certificate and checks form, members, signature, place where one is named, and that its keys are new.
 *
 * A text has one form alone, so that no two readers take different keys from it.
 * Membership: checked here, the identity refused.
 *
 * @param seen texts of the keys of the members before; those of this one are added.
 */
export function checkCertificate(
  group: Group,
  { size, threshold, index }: CeremonySize & { readonly index: number },
  wire: SignedMessageWire,
  seen: Set<string>,
  blame: (fault: PublicFault) => void,
): MemberCertificate | undefined {
  const read = readCanonical(certificate, wire.message);
  if (read instanceof Misread) {
    blame('certificate_unreadable');
    return undefined;
  }
  const { context } = read;
  const isPlaced =
    context === undefined ||
    (context.group === group.name &&
      context.size === size &&
      context.threshold === threshold &&
      context.index === index);
  if (!isPlaced) blame('certificate_misplaced');
  if (seen.has(read.verification) || seen.has(read.encryption) || read.verification === read.encryption) {
    blame('certificate_repeated');
  }
  seen.add(read.verification).add(read.encryption);
  const verificationKey = parseKey(group, read.verification);
  const encryptionKey = parseKey(group, read.encryption);
  if (verificationKey === undefined || encryptionKey === undefined) {
    blame('certificate_foreign');
    return undefined;
  }
  if (!isSigned(group, verificationKey, wire.message, wire.signature)) blame('certificate_unsigned');
  return { verificationKey, encryptionKey, hasContext: context !== undefined };
}
