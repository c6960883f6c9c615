import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portableSha256, readSha256Hex, sha256Hex } from './sha256.ts';

const ofNode = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the portable SHA-256', () => {
  it('gives the published value for abc (FIPS 180-4)', () => {
    expect(sha256Hex(portableSha256.sha256(Uint8Array.from([97, 98, 99])))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it("agrees with Node's on any bytes, at once and in pieces", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
        const running = portableSha256.createSha256();
        running.update(bytes.subarray(0, cut));
        running.update(bytes.subarray(cut));
        expect(sha256Hex(running.digest())).toBe(ofNode(bytes));
        expect(sha256Hex(portableSha256.sha256(bytes))).toBe(ofNode(bytes));
      }),
    );
  });
});

describe('SHA-256 values as text', () => {
  const digits = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

  it('reads 64 lower-case hexadecimal digits', () => {
    expect(readSha256Hex(digits)).toBe(digits);
  });

  it.each([digits.toUpperCase(), digits.slice(1), `${digits}0`, `${digits}\n`, ''])('refuses %j', (text) => {
    expect(readSha256Hex(text)).toBeUndefined();
  });

  it('takes 32 bytes and no others for a value', () => {
    expect(() => sha256Hex(new Uint8Array(31))).toThrow('a SHA-256 value has 32 bytes');
  });
});
