import { createCipheriv, createHash } from 'node:crypto';
import { invariant } from '@convite/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Misread, readText } from '../wire/codec.ts';
import { signedMessage } from '../wire/trustees-wire.ts';
import { openCcm } from './aes-ccm.ts';
import { ceremonyKeys, newCeremonySeed } from './ceremony-seed.ts';
import { addressedMessage, sealedMessage } from './ceremony-wire.ts';
import { openText, receivePrivately, sealText, sendPrivately } from './private-message.ts';
import { groupOf } from './reference-elections.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { signMessage } from './signed-message.ts';

const group = groupOf('Ed25519');
const random = seededRandomness('private messages');
const sender = ceremonyKeys(group, newCeremonySeed(random));
const receiver = ceremonyKeys(group, newCeremonySeed(random));
const other = ceremonyKeys(group, newCeremonySeed(random));

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Seals as an independent implementation does. */
function sealedElsewhere(algorithm: 'AES-GCM' | 'AES-CCM' | undefined, text: string, alter = 0): string {
  const [r, s] = [123_456_789n, 987_654_321n];
  const alpha = group.write(group.power(group.g, r));
  const K = group.power(group.g, s);
  const beta = group.write(group.multiply(group.power(receiver.encryptionKey, r), K));
  const [key, nonce] = [hash(`key|${group.write(K)}`), hash(`iv|${alpha}`)];
  const cipher =
    algorithm === 'AES-GCM'
      ? createCipheriv('aes-256-gcm', key, nonce)
      : createCipheriv('aes-256-ccm', key, nonce.subarray(0, 13), { authTagLength: 8 });
  const data = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  if (alter > 0) data[alter % data.length] = (data[alter % data.length] ?? 0) ^ 1;
  return sealedMessage.write({ ...(algorithm && { algorithm }), alpha, beta, data: data.toString('hex') });
}

describe('sealed texts', () => {
  it.each(['AES-GCM', 'AES-CCM', undefined] as const)(
    'are read as another implementation sealed them with %s',
    (algorithm) => {
      const texts = ['', 'é', 'x'.repeat(15), 'x'.repeat(16), 'x'.repeat(17), '{"secret":"1"}', 'ñ'.repeat(3000)];
      for (const text of texts) {
        expect(openText(group, receiver.decryptionKey, sealedElsewhere(algorithm, text))).toBe(text);
      }
      for (const alter of [1, 15, 16, 17, 18, 19, 20, 21]) {
        const altered = sealedElsewhere(algorithm, '{"secret":"1"}', alter);
        expect(openText(group, receiver.decryptionKey, altered)).toBeUndefined();
      }
    },
  );

  it('are opened by nobody but the recipient, and are not opened once altered', () => {
    const sealed = sealText(group, receiver.encryptionKey, 'a share', random);
    expect(openText(group, receiver.decryptionKey, sealed)).toBe('a share');
    expect(openText(group, other.decryptionKey, sealed)).toBeUndefined();
    const wire = sealedMessage.read(JSON.parse(sealed));
    invariant('alpha' in wire, 'it was just written');
    for (const altered of [
      { ...wire, alpha: wire.beta },
      { ...wire, beta: wire.alpha },
      { ...wire, alpha: group.write(group.one) },
      { ...wire, alpha: '4' },
      { ...wire, beta: `7${'f'.repeat(61)}ec` },
      { ...wire, data: '' },
      { ...wire, data: wire.data.slice(2) },
      { ...wire, data: `${wire.data}00` },
      { ...wire, algorithm: 'AES-CCM' },
    ]) {
      expect(openText(group, receiver.decryptionKey, sealedMessage.write(altered))).toBeUndefined();
    }
    expect(openText(group, receiver.decryptionKey, sealedMessage.write(wire))).toBe('a share');
    for (const text of ['', '[]', sealed.replace('"algorithm"', '"cipher"'), sealed.replace('GCM', 'CBC')]) {
      expect(openText(group, receiver.decryptionKey, text)).toBeUndefined();
    }
  });

  it('are never the same twice, and hide their text', () => {
    const [one, two] = [0, 1].map(() => sealText(group, receiver.encryptionKey, 'a share', random));
    expect(one).not.toBe(two);
    expect(one).not.toContain(Buffer.from('a share').toString('hex'));
  });

  it('are opened where nothing but their layout is altered, and otherwise refused', () => {
    const sealed = sealText(group, receiver.encryptionKey, 'a share', random);
    const saysTheSame = (text: string): boolean => {
      const read = readText(sealedMessage, text);
      return !(read instanceof Misread) && sealedMessage.write(read) === sealed;
    };
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.string({ minLength: 0, maxLength: 2 }), (at, by) => {
        const altered = sealed.slice(0, at) + by + sealed.slice(at + 1);
        const opened = openText(group, receiver.decryptionKey, altered);
        expect(opened).toBe(saysTheSame(altered) ? 'a share' : undefined);
      }),
      { numRuns: 300, examples: [[0, '{ ']] },
    );
  });
});

describe('AES-CCM', () => {
  it('opens what Node seals, of every length, and nothing else', () => {
    const sizes = fc.oneof(fc.nat(70), fc.constantFrom(65_534, 65_535));
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(sizes, bytes, bytes, fc.nat(), (length, key, nonce, flip) => {
        const text = Buffer.alloc(length, nonce);
        const cipher = createCipheriv('aes-256-ccm', key, nonce.subarray(0, 13), { authTagLength: 8 });
        const sealed = new Uint8Array(Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]));
        expect(openCcm(key, nonce, sealed)).toEqual(new Uint8Array(text));
        const at = flip % sealed.length;
        sealed[at] = (sealed[at] ?? 0) ^ (1 << (flip % 8));
        expect(openCcm(key, nonce, sealed)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('opens nothing shorter than a tag, nor longer than its counter', () => {
    const key = new Uint8Array(32);
    for (const length of [0, 7, 65_544]) expect(openCcm(key, key, new Uint8Array(length))).toBeUndefined();
  });
});

describe('private messages', () => {
  it('come from whom they say, for whom they say', () => {
    const message = sendPrivately(group, sender, receiver.encryptionKey, 'a share', random);
    expect(receivePrivately(group, receiver, sender.verificationKey, message)).toEqual({ ok: true, value: 'a share' });
    expect(receivePrivately(group, receiver, other.verificationKey, message)).toEqual({
      ok: false,
      error: 'message_unsigned',
    });
    expect(receivePrivately(group, other, sender.verificationKey, message)).toEqual({
      ok: false,
      error: 'message_unreadable',
    });
  });

  it('are refused when a recipient sealed them again for another', () => {
    const forThem = addressedMessage.write({ recipient: group.write(other.encryptionKey), message: 'a share' });
    const signed = signedMessage.write(signMessage(group, sender.signingKey, forThem, random));
    const passedOn = sealText(group, receiver.encryptionKey, signed, random);
    expect(receivePrivately(group, receiver, sender.verificationKey, passedOn)).toEqual({
      ok: false,
      error: 'message_misdirected',
    });
    const kept = sealText(group, other.encryptionKey, signed, random);
    expect(receivePrivately(group, other, sender.verificationKey, kept)).toEqual({ ok: true, value: 'a share' });
  });

  it('are refused when what is signed names no recipient, or nothing is signed', () => {
    const bare = signedMessage.write(signMessage(group, sender.signingKey, '{"message":"a share"}', random));
    const sealed = (text: string) =>
      receivePrivately(group, receiver, sender.verificationKey, sealText(group, receiver.encryptionKey, text, random));
    expect(sealed(bare)).toEqual({ ok: false, error: 'content_unreadable' });
    expect(sealed('{"message":"a share"}')).toEqual({ ok: false, error: 'message_unreadable' });
  });

  it('are sealed alike in every group', () => {
    for (const name of ['BELENIOS-2048', 'RFC-3526-2048'] as const) {
      const field = groupOf(name);
      const from = ceremonyKeys(field, newCeremonySeed(random));
      const to = ceremonyKeys(field, newCeremonySeed(random));
      const message = sendPrivately(field, from, to.encryptionKey, 'a share', random);
      expect(receivePrivately(field, to, from.verificationKey, message)).toEqual({ ok: true, value: 'a share' });
    }
  });
});
