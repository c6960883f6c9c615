import { branded, type Brand, err, invariant, ok, type Result } from '@convite/kernel';
import type { Group } from '../../primitives/group.ts';
import type { SignedMessageWire } from '../wire/trustees-wire.ts';
import { type CeremonyKeys, ceremonyKeys, type CeremonySeed } from './ceremony-seed.ts';
import { type CeremonySize, checkCertificates, isCeremonySize, type MemberCertificate } from './certificates.ts';
import type { CeremonyRefusal, MemberFault, PrivateFault, PublicFault } from './member-faults.ts';

/** All certificates of a ceremony as they were handed in, and what they say. */
export interface CertificateSet extends CeremonySize {
  readonly group: Group;
  readonly wires: readonly SignedMessageWire[];
  /** In the order of the members' numbers. */
  readonly members: readonly MemberCertificate[];
}

/** Certificates that every check of step 2 was made on; only `agreeOnCertificates` makes them. */
export type AgreedCertificates = Brand<CertificateSet, 'AgreedCertificates'>;

/**
 * Step 2: checks everybody's certificates. Each member does it before dealing, and so does whoever runs the ceremony.
 *
 * Every certificate must say its group, the size, the threshold and the place: else a member could be led into a ceremony
 * of another size than the one agreed on.
 * Requires: size and threshold as the people agreed on them, not as the certificates say; 1 ≤ threshold ≤ size.
 */
export function agreeOnCertificates(
  group: Group,
  { size, threshold }: CeremonySize,
  wires: readonly SignedMessageWire[],
): Result<AgreedCertificates, CeremonyRefusal> {
  invariant(isCeremonySize({ size, threshold }), 'a threshold is between 1 and the number of members');
  if (wires.length !== size) return err({ type: 'wrong_number', expected: size, found: wires.length });
  const { faults, blame } = collectFaults();
  const members = checkCertificates(group, { size, threshold }, wires, blame).flatMap((certificate, i) => {
    if (certificate?.hasContext === false) blame(i + 1, 'certificate_misplaced');
    return certificate ?? [];
  });
  if (faults.length > 0) return atFault(faults);
  return ok(branded<CertificateSet, 'AgreedCertificates'>({ group, size, threshold, wires, members }));
}

/** Takes down who is to blame. */
export function collectFaults(): {
  readonly faults: readonly MemberFault[];
  readonly blame: (member: number, type: PublicFault | PrivateFault) => void;
} {
  const faults: MemberFault[] = [];
  return { faults, blame: (member, type) => void faults.push({ member, type }) };
}

/** The refusal that names members. */
export const atFault = (faults: readonly MemberFault[]): { readonly ok: false; readonly error: CeremonyRefusal } =>
  err({ type: 'members_at_fault', faults });

/** A member's keys and number among the certificates. */
export interface OwnPlace {
  readonly keys: CeremonyKeys;
  /** From 1. */
  readonly index: number;
}

/** Finds the place of the owner of a seed. */
export function ownPlace(
  { group, members }: AgreedCertificates,
  seed: CeremonySeed,
): Result<OwnPlace, CeremonyRefusal> {
  const keys = ceremonyKeys(group, seed);
  const found = members.findIndex(
    ({ verificationKey, encryptionKey }) =>
      group.equals(verificationKey, keys.verificationKey) && group.equals(encryptionKey, keys.encryptionKey),
  );
  return found < 0 ? err({ type: 'own_certificate_missing' }) : ok({ keys, index: found + 1 });
}
