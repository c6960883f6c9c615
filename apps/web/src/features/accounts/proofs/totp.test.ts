import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base32, totpAddress, totpCode, totpStep } from './totp.ts';

/** RFC 6238, appendix B, SHA-1: the last six of the eight digits given there. */
const secret = new TextEncoder().encode('12345678901234567890');
const vectors: readonly (readonly [number, string])[] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];

it('gives the codes of RFC 6238', () => {
  for (const [seconds, code] of vectors) expect(totpCode(secret, Math.floor(seconds / 30))).toBe(code);
});

it('gives the codes of RFC 4226', () => {
  const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
  expect(codes.map((_, step) => totpCode(secret, step))).toEqual(codes);
});

const at = (seconds: number): Date => new Date(seconds * 1000);

it('takes the code of now, the one before and the one after, and none further away', () => {
  const now = 1_234_567_890;
  const step = Math.floor(now / 30);
  for (const off of [-1, 0, 1]) expect(totpStep(secret, totpCode(secret, step + off), at(now), null)).toBe(step + off);
  for (const off of [-2, 2]) expect(totpStep(secret, totpCode(secret, step + off), at(now), null)).toBeUndefined();
});

it('takes no code twice, nor one from before the last', () => {
  const now = 1_234_567_890;
  const step = Math.floor(now / 30);
  expect(totpStep(secret, totpCode(secret, step), at(now), step)).toBeUndefined();
  expect(totpStep(secret, totpCode(secret, step - 1), at(now), step)).toBeUndefined();
  expect(totpStep(secret, totpCode(secret, step + 1), at(now), step)).toBe(step + 1);
});

it('takes a code with spaces, and nothing that is no code', () => {
  expect(totpStep(secret, ' 287 082 ', at(59), null)).toBe(1);
  for (const typed of ['', '28708', '2870822', '28708a', '٢٨٧٠٨٢', '2 8 7 0 8']) {
    expect(totpStep(secret, typed, at(59), null)).toBeUndefined();
  }
});

it('writes base 32 as RFC 4648 does', () => {
  const text = (s: string): string => base32(new TextEncoder().encode(s));
  expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(text)).toEqual([
    '',
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(base32(bytes)).toMatch(/^[A-Z2-7]*$/u);
      expect(base32(bytes).length).toBe(Math.ceil((bytes.length * 8) / 5));
    }),
  );
});

it('writes the address that apps read, names with any letters in it', () => {
  expect(totpAddress(secret, 'ana@enramada.example', 'Convite: La Enramada')).toBe(
    'otpauth://totp/Convite%3A%20La%20Enramada:ana%40enramada.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Convite%3A%20La%20Enramada&digits=6&period=30',
  );
});
