import { invariant, type Result } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import type { Randomness } from '../../primitives/randomness.ts';
import { Misread, readText } from '../wire/codec.ts';
import { coefficientImages, trusteesWire } from '../wire/trustees-wire.ts';
import { assembleThreshold } from './assemble-threshold.ts';
import { accepted, holdCeremony } from './ceremony.fixture.ts';
import { agreeOnCertificates } from './ceremony-certificates.ts';
import { ceremonyKeys, newCeremonySeed, readCeremonySeed } from './ceremony-seed.ts';
import {
  type DealWire,
  dealWire,
  memberOutput,
  receivedDeals,
  secretKeyShare,
  secretPolynomial,
  secretShare,
} from './ceremony-wire.ts';
import { makeCertificate } from './certificates.ts';
import { collectDeals, deal } from './deals.ts';
import { makeKeyShare, openKeyShare } from './key-share.ts';
import type { CeremonyRefusal } from './member-faults.ts';
import { confirmationText } from './polynomial-images.ts';
import { receivePrivately, sendPrivately } from './private-message.ts';
import { groupOf, testLog } from './reference-elections.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { signMessage, signText } from './signed-message.ts';
import { publishKey } from './trustee-key.ts';
import { verifyTrustees } from './verify-trustees.ts';

const group = groupOf('Ed25519');
const size = 3;
const threshold = 2;
const random = seededRandomness('those who cheat');
const honest = holdCeremony(group, size, threshold, 'with cheats');
const { certificates, certs, deals } = honest;

const at = <T>(list: readonly T[], i: number): T => {
  const one = list[i];
  invariant(one !== undefined, 'the place is in the list');
  return one;
};
const memberAt = (i: number) => at(honest.members, i);

/** Who is named, and for what. */
function blamed(result: Result<unknown, CeremonyRefusal>): unknown {
  if (result.ok) return 'nobody';
  const { error } = result;
  return error.type === 'members_at_fault' ? error.faults.map(({ member, type }) => `${member} ${type}`) : error;
}

/** What member 1 answers when another member's deal is this. */
const answered = (altered: readonly DealWire[]): unknown => {
  const collected = collectDeals(certificates, altered);
  if (!collected.ok) return blamed(collected);
  return blamed(makeKeyShare(certificates, memberAt(0).seed, at(collected.value.forMembers, 0), random));
};

describe('a ceremony in which everybody is honest', () => {
  it('gives trustees that pass every check and lack nothing', () => {
    const log = testLog();
    const verified = verifyTrustees(group, trusteesWire.write([['Pedersen', honest.wire]]), log);
    expect(log.messages()).toEqual([]);
    expect(verified?.entries).toMatchObject([{ threshold: 2, lacking: [] }]);
    expect(answered(deals)).toBe('nobody');
  });

  it('reads a seed back, and nothing else as one', () => {
    const { seed } = memberAt(0);
    expect(readCeremonySeed(seed)).toBe(seed);
    expect(seed).toMatch(/^[1-9A-HJ-NP-Za-km-z]{22}$/);
    for (const text of ['', seed.slice(1), `${seed}1`, seed.replace(/.$/, '0'), `${seed.slice(1)} `]) {
      expect(readCeremonySeed(text)).toBeUndefined();
    }
  });

  it('is written and read back in every one of its messages', () => {
    for (const [i, one] of deals.entries()) {
      expect(dealWire.read(JSON.parse(dealWire.write(one)))).toEqual(one);
      const { received, output } = memberAt(i);
      expect(receivedDeals.read(JSON.parse(receivedDeals.write(received)))).toEqual(received);
      expect(memberOutput.read(JSON.parse(memberOutput.write(output)))).toEqual(output);
    }
  });

  it('takes no threshold or place that cannot be', () => {
    const { keys } = memberAt(0);
    for (const place of [
      { size: 3, threshold: 0, index: 1 },
      { size: 3, threshold: 4, index: 1 },
      { size: 3, threshold: 2, index: 0 },
      { size: 3, threshold: 2, index: 4 },
    ]) {
      expect(() => makeCertificate(group, keys, place, random)).toThrow('ceremony');
    }
    expect(() => agreeOnCertificates(group, { size: 3, threshold: 4 }, certs)).toThrow('threshold');
  });
});

describe('step 2, everybody looks at all certificates', () => {
  const agreed = (list: typeof certs, agreedThreshold = threshold): unknown =>
    blamed(agreeOnCertificates(group, { size, threshold: agreedThreshold }, list));

  it('names a member whose certificate was altered, or was made for another ceremony', () => {
    expect(agreed(certs)).toBe('nobody');
    expect(agreed(certs.with(1, { ...at(certs, 1), message: at(certs, 0).message }))).toEqual([
      '2 certificate_misplaced',
      '2 certificate_repeated',
      '2 certificate_unsigned',
    ]);
    const keys = ceremonyKeys(group, newCeremonySeed(random));
    const elsewhere = makeCertificate(group, keys, { size: 4, threshold, index: 2 }, random);
    expect(agreed(certs.with(1, elsewhere))).toEqual(['2 certificate_misplaced']);
    expect(agreed(certs.toReversed())).toEqual(['1 certificate_misplaced', '3 certificate_misplaced']);
    expect(agreed(certs, 3)).toEqual([1, 2, 3].map((member) => `${member} certificate_misplaced`));
    expect(agreed(certs.with(2, { ...at(certs, 2), message: 'nothing' }))).toEqual(['3 certificate_unreadable']);
  });

  it('names a member who takes a key that another has, for signing or for receiving', () => {
    const [first, fresh] = [memberAt(0).keys, ceremonyKeys(group, newCeremonySeed(random))];
    const place = { size, threshold, index: 2 };
    const signing = { ...first, encryptionKey: fresh.encryptionKey };
    expect(agreed(certs.with(1, makeCertificate(group, signing, place, random)))).toEqual(['2 certificate_repeated']);
    const receiving = { ...fresh, encryptionKey: first.encryptionKey };
    expect(agreed(certs.with(1, makeCertificate(group, receiving, place, random)))).toEqual(['2 certificate_repeated']);
    expect(agreed(certs.with(1, makeCertificate(group, fresh, place, random)))).toBe('nobody');
  });

  it('says how many certificates are there instead of how many were agreed on', () => {
    expect(agreed(certs.slice(1))).toEqual({ type: 'wrong_number', expected: 3, found: 2 });
  });
});

describe('step 3, a member deals', () => {
  it('refuses a seed whose certificate is not there', () => {
    expect(blamed(deal(certificates, newCeremonySeed(random), random))).toEqual({ type: 'own_certificate_missing' });
  });

  it('refuses a seed of which a certificate has one key alone', () => {
    const [one, two] = [newCeremonySeed(random), newCeremonySeed(random)];
    const mixed = { ...ceremonyKeys(group, one), encryptionKey: ceremonyKeys(group, two).encryptionKey };
    const list = certs.with(1, makeCertificate(group, mixed, { size, threshold, index: 2 }, random));
    const others = accepted(agreeOnCertificates(group, { size, threshold }, list));
    for (const seed of [one, two]) {
      expect(blamed(deal(others, seed, random))).toEqual({ type: 'own_certificate_missing' });
    }
  });

  it('draws a coefficient again where the randomness gives 0', () => {
    let draws = 0;
    const zeroFirst: Randomness = (length) => (draws++ === 0 ? new Uint8Array(length) : random(length));
    const redealt = accepted(deal(certificates, memberAt(1).seed, zeroFirst));
    expect(answered(deals.with(1, redealt))).toBe('nobody');
  });
});

describe('step 4, the deals are collected', () => {
  it('names a member whose images are not signed, too few, no members or copied', () => {
    const { keys } = memberAt(1);
    const withImages = (images: readonly string[]): DealWire => {
      const coefexps = signMessage(group, keys.signingKey, coefficientImages.write({ coefexps: images }), random);
      const parsed = images.flatMap((image) => group.parse(image) ?? []);
      const signature = signText(group, keys.signingKey, confirmationText(group, certs, parsed), random);
      return { ...at(deals, 1), coefexps, signature };
    };
    const [own, other] = [1, 0].map((i) => at(honest.checked.dealers, i).images.map((image) => group.write(image)));
    invariant(own && other, 'everybody dealt');
    expect(answered(deals.with(1, withImages(own)))).toBe('nobody');
    expect(answered(deals.with(1, withImages(own.slice(1))))).toEqual(['2 images_miscounted']);
    expect(answered(deals.with(1, withImages(own.with(1, group.write(group.one)))))).toEqual(['2 images_foreign']);
    expect(answered(deals.with(1, withImages(own.with(0, at(other, 0)))))).toEqual(['2 images_repeated']);
    const unsigned = {
      ...at(deals, 1),
      coefexps: { ...at(deals, 1).coefexps, signature: at(deals, 0).coefexps.signature },
    };
    expect(answered(deals.with(1, unsigned))).toEqual(['2 images_unsigned']);
  });

  it('names a member who confirmed nothing, or other certificates', () => {
    const { signature: _, ...silent } = at(deals, 2);
    expect(answered(deals.with(2, silent))).toEqual(['3 confirmation_wrong']);
    const elsewhere = signText(group, memberAt(2).keys.signingKey, 'certs_sig|{}', random);
    expect(answered(deals.with(2, { ...at(deals, 2), signature: elsewhere }))).toEqual(['3 confirmation_wrong']);
  });

  it('says how many deals or shares are there instead of one for every member', () => {
    expect(answered(deals.slice(1))).toEqual({ type: 'wrong_number', expected: 3, found: 2 });
    const short = { ...at(deals, 1), secrets: at(deals, 1).secrets.slice(1) };
    expect(answered(deals.with(1, short))).toEqual({ type: 'wrong_number', expected: 3, found: 2 });
  });
});

describe('step 5, a member looks at what came', () => {
  const sender = memberAt(2).keys;
  const receiver = memberAt(0).keys;
  /** Member 3's deal with this message for member 1. */
  const withMessage = (message: string) =>
    answered(deals.with(2, { ...at(deals, 2), secrets: at(deals, 2).secrets.with(0, message) }));
  const shareText = (value: bigint): string => secretShare.write({ secret: String(value) });
  const another = accepted(deal(certificates, memberAt(2).seed, random));
  /** What member 3 owes member 1. */
  const owed = (() => {
    const sealed = at(memberAt(0).received.secrets, 2);
    const read = readText(secretShare, accepted(receivePrivately(group, receiver, sender.verificationKey, sealed)));
    invariant(!(read instanceof Misread), 'the share has its form');
    return BigInt(read.secret);
  })();

  it('names a member who sent a share that the images do not promise', () => {
    const wrong = sendPrivately(group, sender, receiver.encryptionKey, shareText(12_345n), random);
    expect(withMessage(wrong)).toEqual(['3 share_wrong']);
    expect(withMessage(at(another.secrets, 0))).toEqual(['3 share_wrong']);
    expect(answered(deals.with(2, another))).toBe('nobody');
  });

  it('accepts a share that is not reduced, as earlier versions send it', () => {
    const unreduced = sendPrivately(group, sender, receiver.encryptionKey, shareText(owed + 7n * group.q), random);
    expect(withMessage(unreduced)).toBe('nobody');
    const other = sendPrivately(group, sender, receiver.encryptionKey, shareText(owed + 7n * group.q + 1n), random);
    expect(withMessage(other)).toEqual(['3 share_wrong']);
  });

  it('names a member whose message was made in another name, for somebody else, or is no message', () => {
    const right = shareText(owed);
    const impostor = sendPrivately(group, memberAt(1).keys, receiver.encryptionKey, right, random);
    expect(withMessage(impostor)).toEqual(['3 message_unsigned']);
    expect(withMessage(at(at(deals, 2).secrets, 1))).toEqual(['3 message_unreadable']);
    for (const text of ['', '{}', at(at(deals, 2).secrets, 0).replace(/.."}$/, '00"}')]) {
      expect(withMessage(text)).toEqual(['3 message_unreadable']);
    }
    const content = sendPrivately(group, sender, receiver.encryptionKey, '{"share":"1"}', random);
    expect(withMessage(content)).toEqual(['3 content_unreadable']);
    expect(withMessage(sendPrivately(group, sender, receiver.encryptionKey, right, random))).toBe('nobody');
  });

  it('names everybody who cheated, not only the first', () => {
    const wrong = (i: number): string =>
      sendPrivately(group, memberAt(i).keys, receiver.encryptionKey, shareText(1n), random);
    const altered = deals.map((one, i) => (i === 0 ? one : { ...one, secrets: one.secrets.with(0, wrong(i)) }));
    expect(answered(altered)).toEqual(['2 share_wrong', '3 share_wrong']);
  });

  it('refuses another polynomial than its own, missing shares, and a seed whose certificate is not there', () => {
    const { received, seed } = memberAt(0);
    const step = (altered: typeof received) => blamed(makeKeyShare(certificates, seed, altered, random));
    expect(step(received)).toBe('nobody');
    expect(step({ ...received, polynomial: at(honest.members, 1).received.polynomial })).toEqual({
      type: 'own_polynomial_wrong',
    });
    const sealedToMyself = (text: string) => sendPrivately(group, receiver, receiver.encryptionKey, text, random);
    for (const text of [
      '{}',
      secretPolynomial.write({ polynomial: ['1'] }),
      secretPolynomial.write({ polynomial: ['1', '2'] }),
    ]) {
      expect(step({ ...received, polynomial: sealedToMyself(text) })).toEqual({ type: 'own_polynomial_wrong' });
    }
    expect(step({ ...received, secrets: received.secrets.slice(1) })).toEqual({
      type: 'wrong_number',
      expected: 3,
      found: 2,
    });
    expect(step({ ...received, coefexps: received.coefexps.slice(1) })).toEqual({
      type: 'wrong_number',
      expected: 3,
      found: 2,
    });
    const { signatures: _, ...unconfirmed } = received;
    expect(step(unconfirmed)).toEqual([1, 2, 3].map((member) => `${member} confirmation_wrong`));
    expect(blamed(makeKeyShare(certificates, newCeremonySeed(random), received, random))).toEqual({
      type: 'own_certificate_missing',
    });
  });

  it('opens the share of the key again, and only that', () => {
    const { seed, output, share, keys } = memberAt(0);
    const key = group.power(group.g, share);
    expect(openKeyShare(group, seed, output.private_key, key)).toEqual({ ok: true, value: share });
    const sealed = (text: string) => sendPrivately(group, keys, keys.encryptionKey, text, random);
    const open = (text: string) => openKeyShare(group, seed, sealed(text), key);
    expect(open(secretKeyShare.write({ decryption_key: String(share + group.q) }))).toEqual({ ok: true, value: share });
    expect(open(secretKeyShare.write({ decryption_key: String(share + 1n) }))).toEqual({
      ok: false,
      error: 'share_wrong',
    });
    expect(open('{"decryption_key":"-1"}')).toEqual({ ok: false, error: 'content_unreadable' });
  });
});

describe('step 6, everything is put together', () => {
  const keys = honest.members.map(({ output }) => output.public_key);
  const assembled = (list: typeof keys): unknown => blamed(assembleThreshold(honest.checked, list));

  it('names a member whose key is another than the polynomials give, is not proven, or not signed', () => {
    expect(assembled(keys)).toBe('nobody');
    const { signingKey } = memberAt(1).keys;
    const other = publishKey(group, 5n, random);
    const signed = { ...other, signature: signText(group, signingKey, other.public_key, random) };
    expect(assembled(keys.with(1, signed))).toEqual(['2 key_mismatched']);
    expect(assembled(keys.with(1, { ...at(keys, 1), pok: other.pok }))).toEqual(['2 key_unproven']);
    const { signature: _, ...unsigned } = at(keys, 1);
    expect(assembled(keys.with(1, unsigned))).toEqual(['2 key_unsigned']);
    const forged = signText(group, memberAt(0).keys.signingKey, at(keys, 1).public_key, random);
    expect(assembled(keys.with(1, { ...at(keys, 1), signature: forged }))).toEqual(['2 key_unsigned']);
    expect(assembled(keys.with(1, { ...at(keys, 1), public_key: group.write(group.one) }))).toEqual([
      '2 key_foreign',
      '2 key_unsigned',
    ]);
    expect(assembled([at(keys, 1), at(keys, 0), at(keys, 2)])).toEqual([
      '1 key_mismatched',
      '1 key_unsigned',
      '2 key_mismatched',
      '2 key_unsigned',
    ]);
  });

  it('says how many keys are there instead of one for every member', () => {
    expect(assembled(keys.slice(1))).toEqual({ type: 'wrong_number', expected: 3, found: 2 });
  });
});
