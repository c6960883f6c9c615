import { err, ok, type Result } from '@convite/kernel';
import type { Element, Group } from '../../primitives/group.ts';
import type { Randomness } from '../../primitives/randomness.ts';
import { type Codec, Misread, readText } from '../wire/codec.ts';
import { type AgreedCertificates, atFault, collectFaults, type OwnPlace, ownPlace } from './ceremony-certificates.ts';
import { ceremonyKeys, type CeremonyKeys, type CeremonySeed } from './ceremony-seed.ts';
import {
  type MemberOutputWire,
  type ReceivedDealsWire,
  secretKeyShare,
  secretPolynomial,
  secretShare,
} from './ceremony-wire.ts';
import { type CheckedDeals, checkPublicDeals } from './deals.ts';
import { inStep } from './in-step.ts';
import type { CeremonyRefusal, PrivateFault } from './member-faults.ts';
import { imageAt } from './polynomial-images.ts';
import { receivePrivately, sendPrivately } from './private-message.ts';
import { signText } from './signed-message.ts';
import { publishKey } from './trustee-key.ts';

/**
 * Step 5: a member checks everybody's deal and the shares received, and makes of them the own share of the election's
 * secret key, sealed to oneself, and its public key, proven and signed.
 *
 * Source: Belenios specification 3.0, "Vinputs" and "Voutputs"; Feldman 1987 for the check of a share.
 * Symbols: j the own number, s_ij the share of member i; s_ij is right if g^(s_ij) = Π_k A_ik^(j^k); the own share of the
 *   key is S_j = Σ_i s_ij mod q.
 * A member who sent a wrong share is named; a message that does not open may also have been altered by who carried it.
 */
export function makeKeyShare(
  certificates: AgreedCertificates,
  seed: CeremonySeed,
  received: ReceivedDealsWire,
  random: Randomness,
): Result<MemberOutputWire, CeremonyRefusal> {
  const place = ownPlace(certificates, seed);
  if (!place.ok) return place;
  const { group, size } = certificates;
  const { keys } = place.value;
  const { coefexps, secrets, signatures = coefexps.map(() => undefined) } = received;
  if (secrets.length !== size) return err({ type: 'wrong_number', expected: size, found: secrets.length });
  const checked = checkPublicDeals(certificates, coefexps, signatures);
  if (!checked.ok) return checked;
  if (!isOwnPolynomial(checked.value, place.value, received.polynomial)) return err({ type: 'own_polynomial_wrong' });

  const shares = openShares(checked.value, place.value, secrets);
  if (!shares.ok) return shares;
  const S = shares.value.reduce((sum, share) => (sum + share) % group.q, 0n);
  const key = publishKey(group, S, random);
  const sealed = secretKeyShare.write({ decryption_key: String(S) });
  return ok({
    private_key: sendPrivately(group, keys, keys.encryptionKey, sealed, random),
    public_key: { ...key, signature: signText(group, keys.signingKey, key.public_key, random) },
  });
}

/** Whether the sealed coefficients that came back are those of the images that the member signed. */
function isOwnPolynomial({ certificates: { group }, dealers }: CheckedDeals, place: OwnPlace, sealed: string): boolean {
  const { keys, index } = place;
  const opened = receivePrivately(group, keys, keys.verificationKey, sealed);
  const read = opened.ok ? readText(secretPolynomial, opened.value) : undefined;
  if (read === undefined || read instanceof Misread) return false;
  const images = read.polynomial.map((coefficient) =>
    group.write(group.secretPower(group.g, BigInt(coefficient) % group.q)),
  );
  return dealers[index - 1]?.images.map((image) => group.write(image)).join() === images.join();
}

function openShares(
  { certificates: { group }, dealers }: CheckedDeals,
  { keys, index }: OwnPlace,
  secrets: readonly string[],
): Result<readonly bigint[], CeremonyRefusal> {
  const { faults, blame } = collectFaults();
  const shares = inStep(dealers, secrets).flatMap(([{ certificate, images }, sealed], i) => {
    const opened = openNumber(group, keys, certificate.verificationKey, sealed, secretShare, ({ secret }) => secret);
    if (!opened.ok) {
      blame(i + 1, opened.error);
      return [];
    }
    if (!group.equals(group.secretPower(group.g, opened.value), imageAt(group, images, index))) {
      blame(i + 1, 'share_wrong');
    }
    return [opened.value];
  });
  return faults.length === 0 ? ok(shares) : atFault(faults);
}

/** Opens a message that holds one secret number and reduces it: earlier versions write it unreduced. */
function openNumber<T>(
  group: Group,
  keys: CeremonyKeys,
  sender: Element,
  sealed: string,
  codec: Codec<T>,
  numberOf: (content: T) => string,
): Result<bigint, PrivateFault> {
  const opened = receivePrivately(group, keys, sender, sealed);
  if (!opened.ok) return opened;
  const read = readText(codec, opened.value);
  return read instanceof Misread ? err('content_unreadable') : ok(BigInt(numberOf(read)) % group.q);
}

/**
 * Opens a member's share of the election's secret key, sealed in step 5, to decrypt with.
 *
 * @param key the member's key in the list of trustees: a share that does not belong to it is refused.
 */
export function openKeyShare(
  group: Group,
  seed: CeremonySeed,
  sealed: string,
  key: Element,
): Result<bigint, PrivateFault> {
  const keys = ceremonyKeys(group, seed);
  const share = openNumber(group, keys, keys.verificationKey, sealed, secretKeyShare, (read) => read.decryption_key);
  if (!share.ok) return share;
  return group.equals(group.secretPower(group.g, share.value), key) ? share : err('share_wrong');
}
