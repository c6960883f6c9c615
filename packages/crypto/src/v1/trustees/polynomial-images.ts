import type { Element, Group } from '../../primitives/group.ts';
import { Misread, readText } from '../wire/codec.ts';
import type { ProofWire } from '../wire/scalars.ts';
import { coefficientImages, confirmation, type SignedMessageWire } from '../wire/trustees-wire.ts';
import type { MemberCertificate } from './certificates.ts';
import { isSigned, parseKey } from './signed-message.ts';

/** The images g^(a_0), …, g^(a_(t-1)) of one member's coefficients; the first is the part of the election key. */
export type Images = readonly Element[];

/**
 * Reads what a member published of the own polynomial and checks form, number, members and signature.
 *
 * Source: Belenios specification 3.0, "Polynomials".
 * Membership: checked here, the identity refused.
 * @returns undefined where there is something to blame, but for the signature.
 */
export function checkImages(
  group: Group,
  threshold: number,
  certificate: MemberCertificate | undefined,
  wire: SignedMessageWire,
  blame: (fault: 'images_unreadable' | 'images_miscounted' | 'images_foreign' | 'images_unsigned') => void,
): Images | undefined {
  // A certificate without usable keys is blamed already.
  if (certificate !== undefined && !isSigned(group, certificate.verificationKey, wire.message, wire.signature)) {
    blame('images_unsigned');
  }
  const read = readText(coefficientImages, wire.message);
  if (read instanceof Misread) {
    blame('images_unreadable');
    return undefined;
  }
  const images = read.coefexps.map((text) => parseKey(group, text));
  const members = images.filter((image) => image !== undefined);
  if (members.length !== images.length) blame('images_foreign');
  if (images.length !== threshold) blame('images_miscounted');
  return members.length === images.length && images.length > 0 ? members : undefined;
}

/** The text that a member signs to confirm everybody's certificates together with the own images. */
export const confirmationText = (group: Group, certs: readonly SignedMessageWire[], images: Images): string =>
  `certs_sig|${confirmation.write({ certs, coefexps: images.map((image) => group.write(image)) })}`;

/** Checks that a member confirmed all certificates. Source: Belenios specification 3.0, "Polynomials". */
export function checkConfirmation(
  group: Group,
  certs: readonly SignedMessageWire[],
  member: { readonly certificate: MemberCertificate; readonly images: Images; readonly signature: ProofWire },
  blame: (fault: 'confirmation_wrong') => void,
): void {
  const text = confirmationText(group, certs, member.images);
  if (!isSigned(group, member.certificate.verificationKey, text, member.signature)) blame('confirmation_wrong');
}

/** The images of the sum of all polynomials: Π_i A_ik for each k. */
export function sumImages(group: Group, all: readonly Images[]): Images {
  const length = Math.max(...all.map((images) => images.length));
  return Array.from({ length }, (_, k) =>
    all.reduce((product, images) => group.multiply(product, images[k] ?? group.one), group.one),
  );
}

/**
 * The image of a polynomial's value at a member's number: Π_k A_k^(j^k) = g^(f(j)).
 *
 * Source: Feldman, "A practical scheme for non-interactive verifiable secret sharing", 1987; Belenios specification 3.0,
 *   "Vinputs" and "Voutputs".
 * Symbols: j the member's number, from 1.
 */
export function imageAt(group: Group, images: Images, j: number): Element {
  const powers: bigint[] = [];
  for (let power = 1n; powers.length < images.length; power = (power * BigInt(j)) % group.q) powers.push(power);
  return group.powerProduct(images, powers);
}
