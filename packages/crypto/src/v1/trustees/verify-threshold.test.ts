import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { Misread, readText } from '../wire/codec.ts';
import {
  certificate,
  type CertificateWire,
  coefficientImages,
  type MemberKeyWire,
  type SignedMessageWire,
  type ThresholdWire,
  trusteesWire,
} from '../wire/trustees-wire.ts';
import { holdCeremony, withSingle } from './ceremony.fixture.ts';
import { confirmationText } from './polynomial-images.ts';
import { groupOf, testLog } from './reference-elections.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { signMessage, signText } from './signed-message.ts';
import { publishKey } from './trustee-key.ts';
import { verifyTrustees } from './verify-trustees.ts';

const group = groupOf('Ed25519');
const size = 3;
const threshold = 2;
const ceremony = holdCeremony(group, size, threshold, 'altered one by one');
const { wire, members } = ceremony;
const random = seededRandomness('signatures made again');
const identity = group.write(group.one);
const smallOrder = `7${'f'.repeat(61)}ec`;

function failuresOf(altered: ThresholdWire): readonly string[] {
  const log = testLog();
  const verified = verifyTrustees(group, trusteesWire.write([['Pedersen', altered]]), log);
  expect(verified === undefined).toBe(log.failures().length > 0);
  return log.failures().map((failure) => failure.replace('trustees[0].', ''));
}

/** The list with one place changed. */
function changed<T>(list: readonly T[], at: number, change: (one: T) => T): readonly T[] {
  const one = list[at];
  invariant(one !== undefined, 'the place is in the list');
  return list.with(at, change(one));
}

const keysOf = (i: number) => {
  const member = members[i];
  invariant(member !== undefined, 'the member is there');
  return member.keys;
};

/** A certificate with other contents, signed again by its owner. */
const reissued = (i: number, change: (content: CertificateWire) => CertificateWire) => (signed: SignedMessageWire) => {
  const content = readText(certificate, signed.message);
  invariant(!(content instanceof Misread), 'certificates have their form');
  return signMessage(group, keysOf(i).signingKey, certificate.write(change(content)), random);
};

/** Images with other contents, signed again by their owner. */
const redealt =
  (i: number, change: (images: readonly string[]) => readonly string[]) => (signed: SignedMessageWire) => {
    const content = readText(coefficientImages, signed.message);
    invariant(!(content instanceof Misread), 'images have their form');
    const message = coefficientImages.write({ coefexps: change(content.coefexps) });
    return signMessage(group, keysOf(i).signingKey, message, random);
  };

const flipped = (number: string): string => String(BigInt(number) ^ 1n);

/** Confirms everything again, as each member would who does not look. */
function confirmedAgain(altered: ThresholdWire): ThresholdWire {
  const signatures = altered.coefexps.map((signed, i) => {
    const content = readText(coefficientImages, signed.message);
    invariant(!(content instanceof Misread), 'images have their form');
    const images = content.coefexps.flatMap((text) => group.parse(text) ?? []);
    return signText(group, keysOf(i).signingKey, confirmationText(group, altered.certs, images), random);
  });
  return { ...altered, signatures };
}

describe('a threshold ceremony as published', () => {
  it('is accepted, lacks nothing, and is written back as it was', () => {
    const { text } = withSingle(group, ceremony, 'beside');
    const log = testLog();
    const verified = verifyTrustees(group, text, log);
    expect(log.messages()).toEqual([]);
    expect(verified?.entries[1]).toMatchObject({ kind: 'threshold', threshold, lacking: [] });
    expect(log.counts()).toEqual({
      'trustees.form': 1,
      'trustees.keys': size + 1,
      'trustees.knowledge': size + 1,
      'trustees.certificates': size,
      'trustees.coefficients': size,
      'trustees.confirmations': size,
      'trustees.shares': size,
      'trustees.ownership': size,
    });
    const read = readText(trusteesWire, text);
    expect(read instanceof Misread ? undefined : trusteesWire.write(read)).toBe(text);
  });

  it('is accepted when signatures and confirmations are made again, which the alterations below do', () => {
    const again = {
      ...wire,
      certs: changed(
        wire.certs,
        1,
        reissued(1, (content) => content),
      ),
    };
    expect(failuresOf(confirmedAgain(again))).toEqual([]);
    const images = {
      ...wire,
      coefexps: changed(
        wire.coefexps,
        1,
        redealt(1, (own) => own),
      ),
    };
    expect(failuresOf(confirmedAgain(images))).toEqual([]);
  });

  it.each([
    ['threshold 0', { ...wire, threshold: 0 }],
    ['a threshold above the number of members', { ...wire, threshold: size + 1 }],
    ['a certificate too few', { ...wire, certs: wire.certs.slice(1) }],
    ['images too few', { ...wire, coefexps: wire.coefexps.slice(1) }],
    ['a confirmation too few', { ...wire, signatures: wire.signatures?.slice(1) ?? [] }],
    ['a key too few', { ...wire, verification_keys: wire.verification_keys.slice(1) }],
    ['nobody', { threshold: 1, certs: [], coefexps: [], verification_keys: [] }],
  ])('is refused by its form with %s', (_, altered) => {
    expect(failuresOf(altered)).toEqual(['trustees.form at trustees[0]']);
  });
});

describe('a certificate', () => {
  const alteredBy = (change: (signed: SignedMessageWire) => SignedMessageWire, at = 1): readonly string[] =>
    failuresOf(confirmedAgain({ ...wire, certs: changed(wire.certs, at, change) }));
  const refused = ['trustees.certificates at certs[1]'];

  it.each(['challenge', 'response'] as const)('is refused with another or an unreduced %s', (number) => {
    const withNumber = (text: string) => (signed: SignedMessageWire) => ({
      ...signed,
      signature: { ...signed.signature, [number]: text },
    });
    const sound = wire.certs[1]?.signature[number] ?? '';
    expect(alteredBy(withNumber(flipped(sound)))).toEqual(refused);
    expect(alteredBy(withNumber(String(BigInt(sound) + group.q)))).toEqual(refused);
    expect(alteredBy(withNumber(sound))).toEqual([]);
  });

  it('is refused when anything in its text changes after it was signed', () => {
    expect(alteredBy((signed) => ({ ...signed, message: `${signed.message} ` }))).toEqual(refused);
  });

  it.each([
    ['group', { group: 'RFC-3526-2048' }],
    ['size', { size: size + 1 }],
    ['threshold', { threshold: threshold - 1 }],
    ['index', { index: 1 }],
  ])('is refused for another %s than that of its ceremony', (_, other) => {
    const change = reissued(1, (content) => ({
      ...content,
      context: { group: 'Ed25519', size, threshold, index: 2, ...other },
    }));
    expect(alteredBy(change)).toEqual(refused);
  });

  it('is accepted without a context, and then that is said', () => {
    const bare = reissued(1, ({ verification, encryption }) => ({ verification, encryption }));
    const altered = confirmedAgain({ ...wire, certs: changed(wire.certs, 1, bare) });
    expect(failuresOf(altered)).toEqual([]);
    const verified = verifyTrustees(group, trusteesWire.write([['Pedersen', altered]]), testLog());
    expect(verified?.entries).toMatchObject([{ lacking: ['context'] }]);
  });

  it('is refused when its encryption key is the identity, no member or not canonical', () => {
    for (const encryption of [identity, smallOrder, '4']) {
      expect(alteredBy(reissued(1, (content) => ({ ...content, encryption })))).toEqual(refused);
    }
  });

  it('is refused when its verification key is the identity, whose signatures anybody can make', () => {
    // With X = 1 every proof of knowledge of 0 holds.
    const message = certificate.write({ verification: identity, encryption: group.write(keysOf(1).encryptionKey) });
    const forged = signMessage(group, 0n, message, random);
    expect(alteredBy(() => forged)).toEqual(refused);
  });

  it('is refused when a key occurs twice in it or in the ceremony', () => {
    const [first] = ceremony.certificates.members;
    invariant(first !== undefined, 'there are members');
    for (const encryption of [first.encryptionKey, first.verificationKey, keysOf(1).verificationKey]) {
      const change = reissued(1, (content) => ({ ...content, encryption: group.write(encryption) }));
      expect(alteredBy(change)).toEqual(refused);
    }
  });

  it.each([
    ['no JSON', 'certificate'],
    ['a space', ceremony.certs[1]?.message.replace(',', ', ') ?? ''],
    ['a field that stands twice', ceremony.certs[1]?.message.replace('{', '{"encryption":"1",') ?? ''],
    ['an unknown field', '{"verification":"1","encryption":"2","name":""}'],
    ['a missing key', '{"verification":"1"}'],
    [
      'an unknown field in its context',
      '{"context":{"group":"","size":1,"threshold":1,"index":1,"name":""},"verification":"1","encryption":"2"}',
    ],
  ])('is refused with %s', (_, message) => {
    expect(alteredBy(() => signMessage(group, keysOf(1).signingKey, message, random))).toEqual(refused);
  });
});

describe('the images of a polynomial', () => {
  const alteredBy = (change: (signed: SignedMessageWire) => SignedMessageWire): readonly string[] =>
    failuresOf({ ...wire, coefexps: changed(wire.coefexps, 2, change) });
  const refused = 'trustees.coefficients at coefexps[2]';

  it.each(['challenge', 'response'] as const)('are refused with another or an unreduced %s', (number) => {
    const withNumber = (text: string) => (signed: SignedMessageWire) => ({
      ...signed,
      signature: { ...signed.signature, [number]: text },
    });
    const sound = wire.coefexps[2]?.signature[number] ?? '';
    expect(alteredBy(withNumber(flipped(sound)))).toEqual([refused]);
    expect(alteredBy(withNumber(String(BigInt(sound) + group.q)))).toEqual([refused]);
    expect(alteredBy(withNumber(sound))).toEqual([]);
  });

  it('are refused when signed by another member', () => {
    expect(alteredBy((signed) => signMessage(group, keysOf(0).signingKey, signed.message, random))).toEqual([refused]);
  });

  it.each([0, 1])('are refused when image %i is the identity, no member or not canonical', (k) => {
    for (const image of [identity, smallOrder, '4']) {
      expect(alteredBy(redealt(2, (own) => own.with(k, image)))).toEqual([refused]);
    }
  });

  it.each([0, 1])('are refused when image %i is another: not confirmed, and no key fits any more', (k) => {
    const other = group.write(group.power(group.g, 5n));
    expect(alteredBy(redealt(2, (own) => own.with(k, other)))).toEqual([
      'trustees.confirmations at signatures[2]',
      ...[0, 1, 2].map((i) => `trustees.shares at verification_keys[${i}]`),
    ]);
  });

  it('are refused when there are more or fewer than the threshold', () => {
    for (const change of [
      (own: readonly string[]) => own.slice(1),
      (own: readonly string[]) => [...own, group.write(group.g)],
    ]) {
      const altered = confirmedAgain({ ...wire, coefexps: changed(wire.coefexps, 2, redealt(2, change)) });
      expect(failuresOf(altered)).toEqual([refused]);
    }
    expect(alteredBy(redealt(2, () => []))).toEqual([refused]);
  });

  it('are refused when all members left one out: not as many as the threshold', () => {
    const shorter = {
      ...wire,
      coefexps: wire.coefexps.map((signed, i) => redealt(i, (own) => own.slice(0, -1))(signed)),
    };
    expect(failuresOf(confirmedAgain(shorter))).toEqual([
      ...[0, 1, 2].map((i) => `trustees.coefficients at coefexps[${i}]`),
      ...[0, 1, 2].map((i) => `trustees.shares at verification_keys[${i}]`),
    ]);
  });

  it('are refused when the part of the election key is that of another trustee before', () => {
    const first = readText(coefficientImages, wire.coefexps[0]?.message ?? '');
    invariant(!(first instanceof Misread), 'images have their form');
    const copied = redealt(2, (own) => own.with(0, first.coefexps[0] ?? ''));
    const altered = confirmedAgain({ ...wire, coefexps: changed(wire.coefexps, 2, copied) });
    expect(failuresOf(altered)).toContain(refused);
    const single = withSingle(group, ceremony, 'copied');
    const copiedSingle = redealt(2, (own) => own.with(0, group.write(group.power(group.g, single.secret))));
    const list = confirmedAgain({ ...wire, coefexps: changed(wire.coefexps, 2, copiedSingle) });
    const log = testLog();
    const [first_] = single.wire;
    invariant(first_ !== undefined, 'there is a single trustee');
    verifyTrustees(group, trusteesWire.write([first_, ['Pedersen', list]]), log);
    expect(log.failures()).toContain('trustees.coefficients at trustees[1].coefexps[2]');
  });

  it.each([
    ['no JSON', 'images'],
    ['a space', wire.coefexps[2]?.message.replace(',', ', ') ?? ''],
    ['a field that stands twice', wire.coefexps[2]?.message.replace('{', '{"coefexps":[],') ?? ''],
    ['an unknown field', '{"coefexps":[],"name":""}'],
    ['no list', '{"coefexps":"1"}'],
  ])('are refused with %s', (_, message) => {
    expect(alteredBy(() => signMessage(group, keysOf(2).signingKey, message, random))).toEqual([refused]);
  });
});

describe('the confirmation of all certificates', () => {
  const sound = wire.signatures ?? [];
  const refused = ['trustees.confirmations at signatures[2]'];

  it.each(['challenge', 'response'] as const)('is refused with another or an unreduced %s', (number) => {
    const withNumber = (text: string) =>
      failuresOf({ ...wire, signatures: changed(sound, 2, (proof) => ({ ...proof, [number]: text })) });
    const text = sound[2]?.[number] ?? '';
    expect(withNumber(flipped(text))).toEqual(refused);
    expect(withNumber(String(BigInt(text) + group.q))).toEqual(refused);
    expect(withNumber(text)).toEqual([]);
  });

  it('is refused when it is of other certificates, of the same in another order, or of other images', () => {
    const images = ceremony.checked.dealers.map((dealer) => dealer.images);
    const [own, other] = [images[2], images[1]];
    invariant(own && other, 'everybody dealt');
    const signed = (text: string) => signText(group, keysOf(2).signingKey, text, random);
    const withText = (text: string) => failuresOf({ ...wire, signatures: sound.with(2, signed(text)) });
    expect(withText(confirmationText(group, wire.certs.slice(1), own))).toEqual(refused);
    expect(withText(confirmationText(group, wire.certs.toReversed(), own))).toEqual(refused);
    expect(withText(confirmationText(group, wire.certs, other))).toEqual(refused);
    expect(withText(confirmationText(group, wire.certs, own).replace('certs_sig|', ''))).toEqual(refused);
    expect(withText(confirmationText(group, wire.certs, own))).toEqual([]);
  });

  it('is refused when another member made it', () => {
    expect(failuresOf({ ...wire, signatures: sound.with(2, sound[0] ?? { challenge: '0', response: '0' }) })).toEqual(
      refused,
    );
  });

  it('may be lacking, and then that is said', () => {
    const { signatures: _, ...bare } = wire;
    expect(failuresOf(bare)).toEqual([]);
    const verified = verifyTrustees(group, trusteesWire.write([['Pedersen', bare]]), testLog());
    expect(verified?.entries).toMatchObject([{ lacking: ['confirmation'] }]);
  });
});

describe("a member's key", () => {
  const alteredBy = (change: (key: MemberKeyWire) => MemberKeyWire): readonly string[] =>
    failuresOf({ ...wire, verification_keys: changed(wire.verification_keys, 0, change) });
  const at = 'verification_keys[0]';

  it.each(['challenge', 'response'] as const)('is refused with another or an unreduced %s of its proof', (number) => {
    const withNumber = (text: string) => alteredBy((key) => ({ ...key, pok: { ...key.pok, [number]: text } }));
    const sound = wire.verification_keys[0]?.pok[number] ?? '';
    expect(withNumber(flipped(sound))).toEqual([`trustees.knowledge at ${at}`]);
    expect(withNumber(String(BigInt(sound) + group.q))).toEqual([`trustees.knowledge at ${at}`]);
    expect(withNumber(sound)).toEqual([]);
  });

  it.each(['challenge', 'response'] as const)(
    'is refused with another or an unreduced %s of its signature',
    (number) => {
      const withNumber = (text: string) =>
        alteredBy((key) => ({ ...key, ...(key.signature && { signature: { ...key.signature, [number]: text } }) }));
      const sound = wire.verification_keys[0]?.signature?.[number] ?? '';
      expect(withNumber(flipped(sound))).toEqual([`trustees.ownership at ${at}`]);
      expect(withNumber(String(BigInt(sound) + group.q))).toEqual([`trustees.ownership at ${at}`]);
      expect(withNumber(sound)).toEqual([]);
    },
  );

  it('is refused when another member signed it', () => {
    const forged = alteredBy((key) => ({
      ...key,
      signature: signText(group, keysOf(1).signingKey, key.public_key, random),
    }));
    expect(forged).toEqual([`trustees.ownership at ${at}`]);
  });

  it('is refused when it is another than the polynomials give, though proven and signed', () => {
    const other = publishKey(group, 5n, random);
    const signature = signText(group, keysOf(0).signingKey, other.public_key, random);
    expect(alteredBy(() => ({ ...other, signature }))).toEqual([`trustees.shares at ${at}`]);
  });

  it('is refused when it is the identity or no member', () => {
    for (const text of [identity, smallOrder]) {
      const altered = alteredBy((key) => ({
        ...key,
        public_key: text,
        signature: signText(group, keysOf(0).signingKey, text, random),
      }));
      expect(altered.toSorted()).toEqual([`trustees.keys at ${at}`, `trustees.shares at ${at}`]);
    }
  });

  it('is refused when a single trustee has it already, before or behind', () => {
    const share = members[0]?.share ?? 0n;
    const single = publishKey(group, share, random);
    const failures = (text: string): readonly string[] => {
      const log = testLog();
      verifyTrustees(group, text, log);
      return log.failures();
    };
    const before = trusteesWire.write([
      ['Single', single],
      ['Pedersen', wire],
    ]);
    expect(failures(before)).toEqual(['trustees.keys at trustees[1].verification_keys[0]']);
    const behind = trusteesWire.write([
      ['Pedersen', wire],
      ['Single', single],
    ]);
    expect(failures(behind)).toEqual(['trustees.keys at trustees[1]']);
  });

  it('may lack its signature, and then that is said', () => {
    const bare = {
      ...wire,
      verification_keys: changed(wire.verification_keys, 2, ({ pok, public_key }) => ({ pok, public_key })),
    };
    expect(failuresOf(bare)).toEqual([]);
    const verified = verifyTrustees(group, trusteesWire.write([['Pedersen', bare]]), testLog());
    expect(verified?.entries).toMatchObject([{ lacking: ['ownership'] }]);
  });
});

describe('a ceremony in which one member is enough', () => {
  const alone = holdCeremony(group, 3, 1, 'everybody alone').wire;

  it('is accepted, though its members have one key', () => {
    const keys = alone.verification_keys.map((key) => key.public_key);
    expect(new Set(keys).size).toBe(1);
    expect(failuresOf(alone)).toEqual([]);
  });

  it('is refused when a member has another key', () => {
    const other = publishKey(group, 5n, random);
    const altered = { ...alone, verification_keys: alone.verification_keys.with(2, other) };
    expect(failuresOf(altered)).toEqual(['trustees.shares at verification_keys[2]']);
  });
});
