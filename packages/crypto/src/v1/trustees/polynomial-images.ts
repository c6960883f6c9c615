import { invariant } from '@convite/kernel';
import type { Element, Group } from '../../primitives/group.ts';
import { Misread, readCanonical } from '../wire/codec.ts';
import type { ProofWire } from '../wire/scalars.ts';
import { coefficientImages, confirmation, type SignedMessageWire } from '../wire/trustees-wire.ts';
import type { MemberCertificate } from './certificates.ts';
import { inStep } from './in-step.ts';
import { isSigned, parseKey } from './signed-message.ts';

/** The images g^(a_0), …, g^(a_(t-1)) of one member's coefficients; the first is the part of the election key. */
export type Images = readonly [Element, ...Element[]];

/**
 * Reads what a member published of the own polynomial and checks form, number, members and signature.
 *
 * Source: Belenios specification 3.0, "Polynomials".
 * Membership: checked here, the identity refused.
 * @returns undefined where an image cannot be read or there is none.
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
  const read = readCanonical(coefficientImages, wire.message);
  if (read instanceof Misread) {
    blame('images_unreadable');
    return undefined;
  }
  const images = read.coefexps.map((text) => parseKey(group, text));
  const members = images.filter((image) => image !== undefined);
  const areMembers = members.length === images.length;
  if (!areMembers) blame('images_foreign');
  if (images.length !== threshold) blame('images_miscounted');
  const [part, ...others] = members;
  return areMembers && part !== undefined ? [part, ...others] : undefined;
}

/** The text that a member signs to confirm everybody's certificates together with the own images. */
export const confirmationText = (
  group: Group,
  certs: readonly SignedMessageWire[],
  images: readonly Element[],
): string => `certs_sig|${confirmation.write({ certs, coefexps: images.map((image) => group.write(image)) })}`;

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

/** The images of the sum of all polynomials: Π_i A_ik for each k. Requires: a member, and as many images of each. */
export function sumImages(group: Group, all: readonly Images[]): readonly Element[] {
  const [first, ...others] = all;
  invariant(first !== undefined, 'a ceremony has a member');
  return others.reduce<readonly Element[]>(
    (product, images) => inStep(product, images).map(([a, b]) => group.multiply(a, b)),
    first,
  );
}

/**
 * The image of a polynomial's value at a member's number: Π_k A_k^(j^k) = g^(f(j)).
 *
 * Source: Feldman, "A practical scheme for non-interactive verifiable secret sharing", 1987; Belenios specification 3.0,
 *   "Vinputs" and "Voutputs".
 * Symbols: j the member's number, from 1.
 */
export function imageAt(group: Group, images: readonly Element[], j: number): Element {
  const powers: bigint[] = [];
  for (let power = 1n; powers.length < images.length; power = (power * BigInt(j)) % group.q) powers.push(power);
  return group.powerProduct(images, powers);
}
