import type { Element, Group } from '../../primitives/group.ts';
import type { CheckLog } from '../protocol-checks.ts';
import type { ThresholdWire } from '../wire/trustees-wire.ts';
import { checkCertificates, isCeremonySize, type MemberCertificate } from './certificates.ts';
import { inStep } from './in-step.ts';
import { type PublicFault, publicFaults } from './member-faults.ts';
import { checkConfirmation, checkImages, imageAt, type Images, sumImages } from './polynomial-images.ts';
import { isSigned } from './signed-message.ts';
import { readProvenKey } from './trustee-key.ts';
import type { ThresholdAddition } from './verified-trustees.ts';

/** What a threshold ceremony brings to an election. */
export interface VerifiedThreshold {
  /** The members' keys, and their parts of the election key; undefined what could not be read. */
  readonly keys: readonly (Element | undefined)[];
  readonly parts: readonly (Element | undefined)[];
  readonly lacking: readonly ThresholdAddition[];
}

/** The field of the record in which what a check looks at stands. */
const fieldOf = {
  'trustees.certificates': 'certs',
  'trustees.coefficients': 'coefexps',
  'trustees.confirmations': 'signatures',
  'trustees.keys': 'verification_keys',
  'trustees.knowledge': 'verification_keys',
  'trustees.shares': 'verification_keys',
  'trustees.ownership': 'verification_keys',
} as const;

/**
 * Checks what a threshold ceremony published.
 *
 * Source: Belenios specification 3.0, "Threshold parameters"; membership of every element and distinctness are ours.
 * Statements: each certificate and each list of images is signed by its member; each member knows the own share; the
 *   share is the value at the member's number of the sum of all polynomials, so that any `threshold` members decrypt.
 * The additions of later versions are checked where they are there.
 *
 * @returns undefined when the lists do not fit together; all faults are in the log.
 */
export function verifyThreshold(
  group: Group,
  wire: ThresholdWire,
  place: string,
  log: CheckLog,
): VerifiedThreshold | undefined {
  const misfit = misfitOf(wire);
  if (misfit !== undefined) {
    log.failed('trustees.form', place, misfit);
    return undefined;
  }
  const { threshold, certs, coefexps, verification_keys: keys } = wire;
  const blame = (member: number, fault: PublicFault): void => {
    const { check, message } = publicFaults[fault];
    log.failed(check, `${place}.${fieldOf[check]}[${member - 1}]`, message);
  };

  log.made('trustees.certificates', certs.length);
  const certificates = checkCertificates(group, { size: certs.length, threshold }, certs, blame);

  log.made('trustees.coefficients', certs.length);
  const images = inStep(coefexps, certificates).map(([signed, certificate], i) =>
    checkImages(group, threshold, certificate, signed, (fault) => blame(i + 1, fault)),
  );

  checkConfirmations(group, certificates, images, wire, log, blame);

  log.made('trustees.keys', keys.length);
  log.made('trustees.knowledge', keys.length);
  const checked = keys.map((key, i) => readProvenKey(group, key, (fault) => blame(i + 1, fault)));
  checkShares(group, images, wire, log, blame);
  checkOwnership(group, certificates, wire, log, blame);
  return { keys: checked, parts: images.map((own) => own?.[0]), lacking: lackingOf(certificates, wire) };
}

/** Why the lists of a ceremony do not fit together, in a sentence. */
function misfitOf(wire: ThresholdWire): string | undefined {
  const { threshold, certs, coefexps, signatures, verification_keys: keys } = wire;
  const size = certs.length;
  const fits = [coefexps, keys, signatures ?? certs].every((list) => list.length === size);
  if (!fits) return `There are ${size} certificates, but not as many coefexps, signatures or verification_keys.`;
  // More than there are members: they could never decrypt. Zero: there would be no polynomial.
  if (!isCeremonySize({ size, threshold })) return `The threshold ${threshold} is not between 1 and ${size}.`;
  return undefined;
}

type Blaming = (member: number, fault: PublicFault) => void;

/** Each member confirmed all certificates, where confirmations are there. */
function checkConfirmations(
  group: Group,
  certificates: readonly (MemberCertificate | undefined)[],
  images: readonly (Images | undefined)[],
  { certs, signatures }: ThresholdWire,
  log: CheckLog,
  blame: Blaming,
): void {
  if (signatures === undefined) return;
  log.made('trustees.confirmations', signatures.length);
  for (const [i, [signature, [certificate, own]]] of inStep(signatures, inStep(certificates, images)).entries()) {
    if (certificate === undefined || own === undefined) continue;
    checkConfirmation(group, certs, { certificate, images: own, signature }, (fault) => blame(i + 1, fault));
  }
}

/** Each key is g^(f(j)) for the sum f of all polynomials and the member's number j. */
function checkShares(
  group: Group,
  images: readonly (Images | undefined)[],
  { verification_keys: keys }: ThresholdWire,
  log: CheckLog,
  blame: Blaming,
): void {
  log.made('trustees.shares', keys.length);
  const all = images.filter((own) => own !== undefined);
  // Where images are missing or not as many as of others, that is in the log; then there is no sum to compare with.
  if (all.length !== images.length || all.some(({ length }) => length !== all[0]?.length)) return;
  const sum = sumImages(group, all);
  for (const [i, { public_key: key }] of keys.entries()) {
    if (group.write(imageAt(group, sum, i + 1)) !== key) blame(i + 1, 'key_mismatched');
  }
}

/** Each key is signed by its member, where signatures are there. Source: Belenios specification 3.0, "Verification keys". */
function checkOwnership(
  group: Group,
  certificates: readonly (MemberCertificate | undefined)[],
  { verification_keys: keys }: ThresholdWire,
  log: CheckLog,
  blame: Blaming,
): void {
  for (const [i, [{ public_key: key, signature }, certificate]] of inStep(keys, certificates).entries()) {
    if (signature === undefined || certificate === undefined) continue;
    log.made('trustees.ownership');
    if (!isSigned(group, certificate.verificationKey, key, signature)) blame(i + 1, 'key_unsigned');
  }
}

function lackingOf(
  certificates: readonly (MemberCertificate | undefined)[],
  { signatures, verification_keys: keys }: ThresholdWire,
): readonly ThresholdAddition[] {
  const lacking: ThresholdAddition[] = [];
  if (certificates.some((certificate) => certificate?.hasContext === false)) lacking.push('context');
  if (signatures === undefined) lacking.push('confirmation');
  if (keys.some(({ signature }) => signature === undefined)) lacking.push('ownership');
  return lacking;
}
