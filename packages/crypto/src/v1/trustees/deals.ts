import { branded, type Brand, err, ok, type Result } from '@convite/kernel';
import type { Randomness } from '../../primitives/randomness.ts';
import { coefficientImages, type SignedMessageWire } from '../wire/trustees-wire.ts';
import type { ProofWire } from '../wire/scalars.ts';
import { type AgreedCertificates, atFault, collectFaults, ownPlace } from './ceremony-certificates.ts';
import type { MemberCertificate } from './certificates.ts';
import type { CeremonySeed } from './ceremony-seed.ts';
import { type DealWire, type ReceivedDealsWire, secretPolynomial, secretShare } from './ceremony-wire.ts';
import { inStep } from './in-step.ts';
import type { CeremonyRefusal, PublicFault } from './member-faults.ts';
import { checkConfirmation, checkImages, confirmationText, type Images } from './polynomial-images.ts';
import { sendPrivately } from './private-message.ts';
import { newPolynomial, valueAt } from './secret-polynomial.ts';
import { signMessage, signText } from './signed-message.ts';

/**
 * Step 3: a member draws a secret polynomial, publishes its images, confirms all certificates, and seals to every
 * member, itself included, the value at that member's number.
 *
 * Source: Pedersen, "A threshold cryptosystem without a trusted party", EUROCRYPT 1991; Belenios specification 3.0,
 *   "Polynomials".
 * Symbols: f_i(x) = Σ_k a_ik·x^k, A_ik = g^(a_ik), share s_ij = f_i(j) mod q.
 * Hazards: the coefficients stay inside; they are sealed to oneself, to be compared when the shares come back. A second
 *   deal for the same certificates must not be handed in beside the first.
 */
export function deal(
  certificates: AgreedCertificates,
  seed: CeremonySeed,
  random: Randomness,
): Result<DealWire, CeremonyRefusal> {
  const place = ownPlace(certificates, seed);
  if (!place.ok) return place;
  const { group, threshold, wires, members } = certificates;
  const { keys } = place.value;
  const polynomial = newPolynomial(group, threshold, random);
  const images = polynomial.map((coefficient) => group.secretPower(group.g, coefficient));
  const published = coefficientImages.write({ coefexps: images.map((image) => group.write(image)) });
  return ok({
    polynomial: sendPrivately(
      group,
      keys,
      keys.encryptionKey,
      secretPolynomial.write({ polynomial: polynomial.map(String) }),
      random,
    ),
    secrets: members.map(({ encryptionKey }, i) => {
      const share = secretShare.write({ secret: String(valueAt(group, polynomial, i + 1)) });
      return sendPrivately(group, keys, encryptionKey, share, random);
    }),
    coefexps: signMessage(group, keys.signingKey, published, random),
    signature: signText(group, keys.signingKey, confirmationText(group, wires, images), random),
  });
}

/** What everybody may know of all deals: the images, signed and confirmed. */
export interface PublicDeals {
  readonly certificates: AgreedCertificates;
  readonly coefexps: readonly SignedMessageWire[];
  readonly signatures: readonly ProofWire[];
  /** In the order of the members' numbers. */
  readonly dealers: readonly Dealer[];
}

/** A member with the images of the own polynomial. */
export interface Dealer {
  readonly certificate: MemberCertificate;
  readonly images: Images;
}

/** Public deals that every check was made on; only `checkPublicDeals` makes them. */
export type CheckedDeals = Brand<PublicDeals, 'CheckedDeals'>;

/**
 * Checks what is public of all deals: form, number, membership and signature of the images, everybody's confirmation of
 * these certificates, and that no two members bring the same part of the election key.
 */
export function checkPublicDeals(
  certificates: AgreedCertificates,
  coefexps: readonly SignedMessageWire[],
  signatures: readonly (ProofWire | undefined)[],
): Result<CheckedDeals, CeremonyRefusal> {
  const { group, size, threshold, members, wires } = certificates;
  const found = [coefexps.length, signatures.length].find((length) => length !== size);
  if (found !== undefined) return err({ type: 'wrong_number', expected: size, found });
  const { faults, blame } = collectFaults();
  const parts = new Set<string>();
  const given: ProofWire[] = [];
  const dealers: Dealer[] = [];
  for (const [i, [[signed, certificate], signature]] of inStep(inStep(coefexps, members), signatures).entries()) {
    const blameMember = (fault: PublicFault): void => blame(i + 1, fault);
    const images = checkImages(group, threshold, certificate, signed, blameMember);
    if (images === undefined) continue;
    const part = group.write(images[0]);
    if (parts.has(part)) blameMember('images_repeated');
    parts.add(part);
    if (signature === undefined) blameMember('confirmation_wrong');
    else {
      checkConfirmation(group, wires, { certificate, images, signature }, blameMember);
      given.push(signature);
    }
    dealers.push({ certificate, images });
  }
  if (faults.length > 0) return atFault(faults);
  return ok(branded<PublicDeals, 'CheckedDeals'>({ certificates, coefexps, signatures: given, dealers }));
}

/** All deals with the sealed messages that go with them. */
export interface CollectedDeals {
  readonly checked: CheckedDeals;
  /** Step 4: what each member gets back, in the order of their numbers. */
  readonly forMembers: readonly ReceivedDealsWire[];
}

/**
 * Step 4: whoever runs the ceremony checks what can be checked of the deals, and gives to every member what is sealed
 * for that member, together with everybody's images.
 */
export function collectDeals(
  certificates: AgreedCertificates,
  deals: readonly DealWire[],
): Result<CollectedDeals, CeremonyRefusal> {
  const { size } = certificates;
  const miscounted = [deals, ...deals.map(({ secrets }) => secrets)].find((list) => list.length !== size);
  if (miscounted !== undefined) return err({ type: 'wrong_number', expected: size, found: miscounted.length });
  const checked = checkPublicDeals(
    certificates,
    deals.map(({ coefexps }) => coefexps),
    deals.map(({ signature }) => signature),
  );
  if (!checked.ok) return checked;
  const { coefexps, signatures } = checked.value;
  const forMembers = deals.map(({ polynomial }, j) => ({
    polynomial,
    secrets: deals.flatMap(({ secrets }) => secrets.slice(j, j + 1)),
    coefexps,
    signatures,
  }));
  return ok({ checked: checked.value, forMembers });
}
